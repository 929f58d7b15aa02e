import { expect, test } from "vitest";
import { connect, grouped, type Operation } from "../src/index.ts";
import { answer, provider, script } from "./support/operations.ts";

test("a parameter that stands twice in a template is given once", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  const path = "/places/{place}/near.{place}/{id}";
  const operation: Operation = {
    name: "places.near",
    method: "POST",
    path,
    params: ["place", "id"],
    takesBody: true,
    statuses: [200],
  };
  const { places } = grouped<{ places: { near(place: string, id: string, body: object): PromiseLike<unknown> } }>(
    connect(provider, { fetch }),
    [operation],
  );
  await places.near("here", "id1", { a: 1 });
  expect(asked[0]?.url).toBe("https://api.acme.example/places/here/near.here/id1");
  expect(asked[0]?.init).toMatchObject({ body: '{"a":1}' });
});
