import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, specie } from "../cli/run.ts";

const text = { type: "string" };

function openapi(properties: object, more: object = {}): string {
  const schema = { type: "object", properties };
  const responses = { 200: { description: "ok", content: { "application/json": { schema } } } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Acme", version: "7" },
    servers: [{ url: "https://api.acme.example" }],
    paths: { "/orders": { get: { operationId: "listOrders", summary: "List orders", responses } } },
    ...more,
  });
}

/** A repository with the provider `acme`; `upstream` is what provider.yaml says of it. */
async function repository(files: {
  ours: string;
  upstream?: string;
  differences?: string;
  theirs?: string;
}): Promise<string> {
  const root = await emptyFolder();
  const specs = join(root, "repository/specs/acme");
  await mkdir(specs, { recursive: true });
  await mkdir(join(root, "repository/packages"));
  await writeFile(join(specs, "openapi.json"), files.ours);
  const operations = "operations:\n  GET /orders: { name: orders.list, flat: listOrders }\n";
  const upstream = files.upstream === undefined ? "" : `upstream: ${files.upstream}\n`;
  await writeFile(join(specs, "provider.yaml"), `name: acme\npackage: "@acme/client"\n${upstream}${operations}`);
  if (files.differences !== undefined) await writeFile(join(specs, "differences.yaml"), files.differences);
  if (files.theirs !== undefined) {
    await mkdir(join(root, "shared/upstream"), { recursive: true });
    await writeFile(join(root, "shared/upstream/acme.json"), files.theirs);
  }
  return join(root, "repository");
}

describe("specie fidelity", () => {
  const upstream = "{ file: acme.json, url: https://acme.example/openapi.json }";

  it("exits 0 and prints the coverage when nothing contradicts", async () => {
    const cwd = await repository({ ours: openapi({ id: text }), theirs: openapi({ id: text }), upstream });
    const { code, out, err } = await specie(join(cwd, "packages"), "fidelity", "acme");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("acme: compared with Acme 7");
    expect(out).toContain("0 contradictions");
    expect(out).toContain("response properties  1 of 1 (100%)");
  });

  it("exits 1 for a contradiction that is not listed, and 0 once it is", async () => {
    const [ours, theirs] = [openapi({}), openapi({ id: text })];
    const before = await specie(await repository({ ours, theirs, upstream }), "fidelity", "acme");
    expect(before.code).toBe(1);
    expect(before.out).toContain("1 contradiction\n  missing GET /orders 200.id: ours absent, theirs string");
    const differences = "differences: [{ place: GET /orders 200.id, kind: missing, reason: Never seen on the wire. }]";
    const after = await specie(await repository({ ours, theirs, upstream, differences }), "fidelity", "acme");
    expect(after.code).toBe(0);
    expect(after.out).toContain("1 deliberate difference\n  missing GET /orders 200.id: Never seen on the wire.");
    expect(after.out).toContain("response properties  0 of 1 (0.0%), 1 missing on purpose");
  });

  it("exits 1 for a listed difference that matches nothing any more", async () => {
    const same = openapi({ id: text });
    const differences = "differences: [{ place: Order.id, kind: missing, reason: x }]";
    const { code, out } = await specie(
      await repository({ ours: same, theirs: same, upstream, differences }),
      "fidelity",
      "acme",
    );
    expect(code).toBe(1);
    expect(out).toContain("1 listed difference matches nothing any more; remove it\n  missing Order.id: x");
  });

  it("reads upstream's older formats", async () => {
    const swagger = JSON.stringify({
      swagger: "2.0",
      info: { title: "Acme", version: "7" },
      host: "api.acme.example",
      schemes: ["https"],
      produces: ["application/json"],
      paths: {
        "/orders": {
          get: {
            responses: { 200: { description: "ok", schema: { type: "object", properties: { id: text, old: text } } } },
          },
        },
      },
    });
    const cwd = await repository({ ours: openapi({ id: text }), theirs: swagger, upstream });
    const { out } = await specie(cwd, "fidelity", "acme");
    expect(out).toContain("1 contradiction\n  missing GET /orders 200.old: ours absent, theirs string");
  });

  it("says that nothing was measured without the provider's document, and passes nothing", async () => {
    const { code, out } = await specie(await repository({ ours: openapi({}), upstream }), "fidelity", "acme");
    expect(code).toBe(0);
    expect(out).toContain("not measured: ../shared/upstream/acme.json is not here");
    expect(out).not.toContain("contradiction");
    expect(out).not.toContain("%");
  });

  it("lists the deliberate differences of a provider that publishes no document", async () => {
    const differences = "differences: [{ at: notes, documented: An object., contract: Or a list., reason: The wire. }]";
    const cwd = await repository({ ours: openapi({}), upstream: "null", differences });
    const { code, out } = await specie(cwd, "fidelity", "acme");
    expect(code).toBe(0);
    expect(out).toContain("not measured: acme publishes no OpenAPI document");
    expect(out).toContain("notes: documented 'An object', ours 'Or a list': The wire.");
    const json: unknown = JSON.parse((await specie(cwd, "fidelity", "acme", "--json")).out);
    expect(json).toMatchObject({ provider: "acme", measured: false, remarks: [{ at: "notes" }] });
  });

  it("compares with another document on demand, and exits 2 when that is missing", async () => {
    const cwd = await repository({ ours: openapi({ id: text }), upstream: "null" });
    await writeFile(join(cwd, "theirs.json"), openapi({ id: { type: "integer" } }));
    const { code, out } = await specie(cwd, "fidelity", "acme", "--upstream", "theirs.json");
    expect(code).toBe(1);
    expect(out).toContain("type GET /orders 200.id: ours string, theirs integer");
    const missing = await specie(cwd, "fidelity", "acme", "--upstream", "nowhere.json");
    expect([missing.code, missing.err]).toEqual([2, "error: --upstream nowhere.json: no such file\n"]);
  });

  it("exits 2 for a provider that is not there, 1 for a file that says the wrong thing", async () => {
    const cwd = await repository({ ours: openapi({}), upstream: "{ url: https://acme.example }", theirs: openapi({}) });
    expect((await specie(cwd, "fidelity", "nobody")).code).toBe(2);
    const { code, err } = await specie(cwd, "fidelity", "acme");
    expect(code).toBe(1);
    expect(err).toContain("'upstream.file' must be the name of a file in shared/upstream");
  });

  it("gives everything as one JSON object", async () => {
    const cwd = await repository({ ours: openapi({ more: text }), theirs: openapi({ id: text }), upstream });
    const { code, out } = await specie(cwd, "fidelity", "acme", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      provider: "acme",
      measured: true,
      coverage: { responseProperties: { total: 1, covered: 0, percent: "0.0%" } },
      contradictions: [{ kind: "missing", place: "GET /orders 200.id", directions: ["response"] }],
      information: [{ kind: "extra", place: "GET /orders 200.more" }],
      notCovered: [],
    });
  });

  it("prints no control characters of a document", async () => {
    const cwd = await repository({ ours: openapi({}), theirs: openapi({ "a\u001b[2J\nb": text }), upstream });
    const { out } = await specie(cwd, "fidelity", "acme");
    expect(out).not.toMatch(/\p{Cc}(?<!\n)/u);
    expect(out).toContain("1 contradiction\n  missing GET /orders 200.");
  });
});
