import { expectTypeOf, test } from "vitest";
import type {
  AcmeClient,
  HeadersOptions,
  Paths,
  QueryQuery,
  SharedQuery,
} from "../generated/parameter-styles/index.ts";

declare const client: AcmeClient;

test("parameters have the types of their schemas, whatever their style", () => {
  expectTypeOf<QueryQuery["list"]>().toEqualTypeOf<string[] | undefined>();
  expectTypeOf<QueryQuery["piped"]>().toEqualTypeOf<number[] | undefined>();
  expectTypeOf<QueryQuery["deep"]>().toEqualTypeOf<{ R: number; G: number } | undefined>();
  expectTypeOf<QueryQuery["filter"]>().toEqualTypeOf<{ R: number; G: number } | undefined>();
  expectTypeOf(client.styles.matrix).parameter(0).toEqualTypeOf<boolean>();
  expectTypeOf(client.styles.matrix).parameter(1).toEqualTypeOf<string[]>();
  // @ts-expect-error the style of a list takes no text
  client.styles.query({ joined: "a,b" });
});

test("path parameters come in the order of the template", () => {
  expectTypeOf(client.styles.file).parameter(0).toEqualTypeOf<string>();
  expectTypeOf(client.styles.file).parameter(1).toEqualTypeOf<"csv" | "json">();
  expectTypeOf<Paths["/files/{name}.{format}"]["GET"]["init"]["params"]["path"]["format"]>().toEqualTypeOf<
    "csv" | "json"
  >();
});

test("required headers and cookies make the options required", () => {
  expectTypeOf<HeadersOptions["headers"]["X-Trace"]>().toEqualTypeOf<string>();
  expectTypeOf<HeadersOptions["cookies"]["theme"]>().toEqualTypeOf<"dark" | "light" | undefined>();
  expectTypeOf<{
    headers: { "X-Trace": string; "X-Ids": number[] };
    cookies: { session: string };
  }>().toExtend<HeadersOptions>();
  // @ts-expect-error the trace and the session are missing
  client.styles.headers();
  // @ts-expect-error the session is missing
  client.styles.headers({ headers: { "X-Trace": "t" } });
});

test("an operation's parameter replaces its path's", () => {
  expectTypeOf<SharedQuery>().toEqualTypeOf<{ page: string }>();
});
