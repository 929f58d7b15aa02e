import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Contract, loadContract } from "../../src/contract/index.ts";
import { api, findingsOf, folder, part } from "./folder.ts";

async function overlaid(actions: unknown, strict = false): Promise<Contract> {
  const path = folder({
    "openapi.json": api(),
    "overlay.json": { overlay: "1.0.0", info: { title: "o", version: "1" }, actions },
  });
  const options = { source: path, strict, overlays: [join(path, "overlay.json")] };
  return (await loadContract(options)).contract;
}

describe("an overlay", () => {
  test("merges objects, adds to lists and replaces values, action after action", async () => {
    const contract = await overlaid([
      { target: "$.info", update: { title: "Dogs", contact: { name: "a" } } },
      { target: "$.info.contact", update: { url: "https://x.example" } },
      { target: "$.paths.*.get", update: { tags: ["one"] } },
      { target: "$.paths['/pets'].get.tags", update: "two" },
    ]);
    expect(contract.title).toBe("Dogs");
    expect(part(contract, "/info/contact")).toEqual({ name: "a", url: "https://x.example" });
    expect(part(contract, "/paths/~1pets/get/tags")).toEqual(["one", "two"]);
  });

  test("removes, several of a list too", async () => {
    const contract = await overlaid([
      { target: "$.paths['/pets'].get", update: { tags: ["a", "b", "c"] } },
      { target: "$.paths['/pets'].get.tags[0,1]", remove: true },
    ]);
    expect(part(contract, "/paths/~1pets/get/tags")).toEqual(["c"]);
  });

  test("a target that matches nothing is reported at its line", async () => {
    const contract = await overlaid([{ target: "$.paths['/gone']", remove: true }]);
    expect(contract.findings[0]).toMatchObject({ rule: "overlay-no-match", line: 8 });
    expect((await findingsOf(overlaid([{ target: "$.gone", remove: true }], true)))[0]?.severity).toBe("error");
  });

  test.each([
    ["no list of actions", { target: "$" }, /must be a list/],
    ["a broken path", [{ target: "$.[", remove: true }], /is not a JSONPath/],
    ["an action that does nothing", [{ target: "$" }], /needs 'update' or 'remove: true'/],
    ["an update of a text", [{ target: "$.info.title", update: { a: 1 } }], /must be an object or a list/],
    ["removing everything", [{ target: "$", remove: true }], /cannot be removed/],
  ])("%s is an error", async (_what, actions, expected) => {
    expect((await findingsOf(overlaid(actions)))[0]?.message).toMatch(expected);
  });

  test("cannot reach a prototype", async () => {
    const actions = JSON.parse(
      '[{"target":"$.info","update":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}]',
    );
    await overlaid(actions);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
