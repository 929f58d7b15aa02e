import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { loadContract, UsageError } from "../../src/contract/index.ts";
import { api, contractOf, findingsOf, folder } from "./folder.ts";

const yaml = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        200: { description: ok }
        4XX: { description: bad }
`;

async function message(loading: Promise<unknown>): Promise<string> {
  return loading.then(
    () => "accepted",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

async function serve(answers: Record<string, { status?: number; headers?: Record<string, string>; body?: string }>) {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""] ?? { status: 404 };
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("what can be read", () => {
  test("YAML, with statuses as they are written", async () => {
    const { contract, files } = await loadContract({ source: folder({ "openapi.yaml": yaml }), strict: true });
    expect(contract.operations[0]?.responses.map(({ status }) => status)).toEqual(["200", "4XX"]);
    expect(files.map((file) => file.split("/").at(-1))).toEqual(["openapi.yaml", "provider.yaml"]);
  });

  test("JSON after a byte order mark", async () => {
    expect((await contractOf(`\uFEFF${JSON.stringify(api())}`)).title).toBe("Pets");
  });

  test("YAML that starts with a brace", async () => {
    const text = "{ openapi: 3.1.0, info: { title: Flow, version: '1' }, paths: { /a: { get: { responses: {} } } } }";
    expect((await contractOf(text)).title).toBe("Flow");
  });

  test("unquoted versions", async () => {
    expect((await contractOf(yaml.replace("3.1.0", "3.1"))).operations).toHaveLength(1);
  });

  test("a URL, through a redirect, with a relative server", async () => {
    const body = JSON.stringify(api({ servers: [{ url: "/v1/" }] }));
    const origin = await serve({ "/a": { status: 302, headers: { location: "/b.json" } }, "/b.json": { body } });
    const { contract, files } = await loadContract({ source: `${origin}/a`, strict: false });
    expect(Object.values(contract.environments)).toEqual([`${origin}/v1`]);
    expect(files).toEqual([]);
  });
});

describe("the caller's faults", () => {
  test.each([
    ["a missing file", "/nowhere/openapi.yaml", /does not exist/],
    ["an unreachable URL", "http://127.0.0.1:9/openapi.json", /cannot be reached/],
    ["a broken URL", "http://[", /is not a URL/],
  ])("%s is a usage error", async (_what, source, expected) => {
    const loading = loadContract({ source, strict: false });
    await expect(loading).rejects.toBeInstanceOf(UsageError);
    expect(await message(loadContract({ source, strict: false }))).toMatch(expected);
  });

  test("a folder without a document says which names it looked for", async () => {
    const source = folder({ "readme.md": "" });
    expect(await message(loadContract({ source, strict: false }))).toMatch(/openapi.yaml, openapi.yml or openapi.json/);
  });

  test("a URL that answers 404", async () => {
    const origin = await serve({});
    expect(await message(loadContract({ source: `${origin}/x`, strict: false }))).toMatch(/answered with status 404/);
  });

  test("a package name that npm refuses", async () => {
    await expect(contractOf(api(), { name: "../x" })).rejects.toBeInstanceOf(UsageError);
  });
});

describe("the document's faults, one line each", () => {
  test.each([
    ["an empty file", "", /the file is empty/],
    ["only comments", "# nothing\n", /the file is empty/],
    ["HTML", "<!doctype html><p>Sign in", /HTML or XML/],
    ["broken JSON", '{\n "openapi": "3.1.0",\n "info": }', /openapi.json:3: syntax: not valid JSON/],
    ["broken YAML", "openapi: 3.1.0\ninfo: [1", /openapi.json:\d: syntax: not valid YAML/],
    ["a duplicate key", "openapi: 3.1.0\ninfo: {}\ninfo: {}\n", /openapi.json:3: syntax: duplicate key 'info'/],
    ["a merge key", "a: &a {}\nb:\n  <<: *a\n", /openapi.json:3: syntax: merge keys/],
    ["two documents in one", "a: 1\n---\nb: 1\n", /several YAML documents/],
    ["a list", "[]", /not-openapi/],
    ["another kind of document", "asyncapi: 2.0.0\n", /AsyncAPI/],
    ["OpenAPI 3.2", "openapi: 3.2.0\n", /OpenAPI '3.2.0' is not supported; use 3.0, 3.1 or Swagger 2.0/],
    ["Swagger 1.2", 'swagger: "1.2"\n', /Swagger '1.2' is not supported/],
    ["no paths", "openapi: 3.1.0\ninfo: { title: a, version: '1' }\n", /no-operations/],
  ])("%s", async (_what, text, expected) => {
    const [finding] = await findingsOf(contractOf(text));
    const found = await message(contractOf(text));
    expect(found.split("\n")[0]).toMatch(expected);
    expect(finding?.severity).toBe("error");
  });

  test("a file that is too large is refused before it is read", async () => {
    const source = join(folder({ "a.json": api() }), "a.json");
    expect(await message(loadContract({ source, strict: false, limits: { bytes: 10 } }))).toMatch(/the limit is 10/);
  });
});
