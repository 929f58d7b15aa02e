import { expectTypeOf, test } from "vitest";
import type { AnyAnimal, Car, Cat, Dog, Method, Note, ShapeSchema, Taxi } from "../generated/composition/index.ts";

declare const method: Method;
declare const shape: ShapeSchema;
declare const animal: AnyAnimal;

test("a discriminator tells branches apart, by its mapping or by the names of the schemas", () => {
  if (method.type === "card") expectTypeOf(method.last4).toEqualTypeOf<string>();
  else if (method.type === "transfer") expectTypeOf(method.iban).toEqualTypeOf<string>();
  else expectTypeOf(method.type).toEqualTypeOf<"apple" | "google">();
  expectTypeOf(shape.kind).toEqualTypeOf<"Circle" | "Square">();
  if (shape.kind === "Circle") expectTypeOf(shape.radius).toEqualTypeOf<number>();
});

test("a discriminator on a base tells the schemas that refer to it apart", () => {
  if (animal.species === "cat") expectTypeOf(animal).toEqualTypeOf<Cat>();
  else expectTypeOf(animal).toEqualTypeOf<Dog>();
  expectTypeOf<{ species: "dog"; name: string; lives: number }>().not.toExtend<Cat>();
});

test("the kind of a schema that is a base itself is not known", () => {
  expectTypeOf<Car["kind"]>().toEqualTypeOf<string>();
  expectTypeOf<Taxi["kind"]>().toEqualTypeOf<"Taxi">();
  expectTypeOf<Taxi>().toExtend<Car>();
});

test("parts of a composition count together; 'not' leaves anything", () => {
  expectTypeOf<Note["text"]>().toEqualTypeOf<string>();
  expectTypeOf<Note["level"]>().toEqualTypeOf<1 | 2 | 3 | undefined>();
  expectTypeOf<Note["kind"]>().toEqualTypeOf<"note" | undefined>();
  expectTypeOf<Note["other"]>().toEqualTypeOf<unknown>();
  expectTypeOf<{ level: 1 }>().not.toExtend<Note>();
});
