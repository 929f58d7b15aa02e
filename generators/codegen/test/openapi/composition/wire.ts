import { expect, it } from "vitest";
import { createClient } from "../generated/composition/client.ts";
import type { Wire } from "../wire.ts";

export function tests(wire: () => Wire): void {
  const client = () => createClient({ baseUrl: wire().url });

  it("sends each branch of a union, and reads it by its discriminator", async () => {
    wire().answer({ body: { type: "google", token: "t" } });
    const method = await client().methods.addMethod({ type: "apple", token: "t" });
    expect(wire().last().body.toString()).toBe('{"type":"apple","token":"t"}');
    expect(method.type === "apple" || method.type === "google" ? method.token : undefined).toBe("t");

    wire().answer({ body: { kind: "Square", side: 2 } });
    const shape = await client().shapes.addShape({ kind: "Circle", radius: 1.5 });
    expect(wire().last().body.toString()).toBe('{"kind":"Circle","radius":1.5}');
    expect(shape.kind === "Square" ? shape.side : undefined).toBe(2);
  });

  it("tells children apart by a discriminator of their base", async () => {
    wire().answer({ body: { species: "dog", name: "Rex", tricks: ["sit"] } });
    const animal = await client().animals.addAnimal({ species: "cat", name: "Mia", lives: 9 });
    expect(wire().last().body.toString()).toBe('{"species":"cat","name":"Mia","lives":9}');
    expect(animal.species === "dog" ? animal.tricks : undefined).toEqual(["sit"]);
  });

  it("keeps what parts of a composition say together", async () => {
    wire().answer({ body: { text: "hi", author: { type: "card", last4: "4242" } } });
    const note = await client().notes.addNote({ text: "hi", level: 2, kind: "note", author: "me" });
    expect(wire().last().body.toString()).toBe('{"text":"hi","level":2,"kind":"note","author":"me"}');
    expect(typeof note.author === "object" ? note.author.last4 : undefined).toBe("4242");
  });
}
