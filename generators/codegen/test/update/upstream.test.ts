import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { unmappedLine } from "../../src/update/unmapped.ts";
import { emptyFolder, snapshot } from "../cli/run.ts";
import { Draft } from "../compare/document.ts";
import { run, theirs, workspace } from "./acme.ts";
import { mutations } from "./mutations.ts";
import { take } from "./take.ts";

let template: string;
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "specie-upstream-test-"));
  await workspace(template);
});
afterAll(() => rm(template, { recursive: true, force: true }));

/** The provider's document with some of the mutations that the table describes. */
function later(...names: readonly string[]): string {
  const draft = new Draft(theirs());
  for (const name of names) mutations.find((each) => each.name === name)?.change(draft);
  draft.at("info")["version"] = "2.0.0";
  return JSON.stringify(draft.document);
}

/** A workspace with later documents in it. */
async function repository(files: Readonly<Record<string, string>> = {}, upstream?: string): Promise<string> {
  const cwd = await emptyFolder();
  await cp(template, cwd, { recursive: true, verbatimSymlinks: true });
  const provider = join(cwd, "specs/acme/provider.yaml");
  if (upstream !== undefined) {
    await writeFile(provider, (await readFile(provider, "utf8")).replace(/^upstream: .*$/m, `upstream: ${upstream}`));
  }
  for (const [path, text] of Object.entries(files)) await writeFile(join(cwd, path), text);
  return cwd;
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/openapi.json`;
}

describe("What is said of a later document", () => {
  it.each(mutations)("where $name", async ({ change, name: _, ...expected }) => {
    const draft = new Draft(theirs());
    change(draft);
    expect(await take(template, draft.document)).toEqual({ kept: [], open: [], newOperations: [], ...expected });
  });

  it("is told from a lock that has no word of the provider's in it, and no value", async () => {
    const lock = JSON.parse(await readFile(join(template, "specs/acme/upstream.lock.json"), "utf8"));
    expect(valuesOf(lock.structure).length).toBeGreaterThan(60);
    expect(valuesOf(lock.structure).filter((value) => !/^[\w-]{8}$/.test(String(value)))).toEqual([]);
    expect(JSON.stringify(lock)).not.toContain("Words");
    expect(lock.leftOut).toEqual(["POST /relays"]);
  });

  it.each(["hyperswitch", "cybersource"])("is told from a lock for %s too", async (name) => {
    const specs = resolve(import.meta.dirname, "../../../../specs", name);
    const { document, structure } = JSON.parse(await readFile(join(specs, "upstream.lock.json"), "utf8"));
    expect(document).toMatchObject({ checksum: expect.stringMatching(/^sha256-[0-9a-f]{64}$/) });
    expect(valuesOf(structure).length).toBeGreaterThan(1000);
    expect(valuesOf(structure).filter((value) => !/^[\w-]{8}$/.test(String(value)))).toEqual([]);
  });
});

function valuesOf(structure: unknown): unknown[] {
  const values: unknown[] = [];
  JSON.stringify(structure, (_, value: unknown) => {
    if (typeof value !== "object") values.push(value);
    return value;
  });
  return values;
}

describe("specie update, with the provider's document", () => {
  it("merges it into our files, and writes package, changesets and lock", async () => {
    const names = ["a response enum grows", "a response property is added", "a parameter is removed"];
    const cwd = await repository({ "next.json": later(...names, "an operation is added") });
    const before = await snapshot(cwd);
    const { code, out } = await run(cwd, { from: "next.json" });
    expect(code).toBe(0);
    const after = await snapshot(cwd);
    const changed = Object.keys({ ...before, ...after }).filter((path) => after[path] !== before[path]);
    const own = changed.filter((path) => !path.startsWith("packages/acme/"));
    expect(own.map((path) => path.replace(/-[0-9a-f]{8}\.md$/, ".md"))).toEqual(
      [
        ".changeset/acme-unified.md",
        ".changeset/acme.md",
        "specs/acme/paths.yaml",
        "specs/acme/schemas.yaml",
        "specs/acme/upstream.lock.json",
      ].toSorted(
        (a, b) =>
          own.findIndex((path) => path.startsWith(a.slice(0, -3))) -
          own.findIndex((path) => path.startsWith(b.slice(0, -3))),
      ),
    );
    expect(after["specs/acme/schemas.yaml"]).toBe(
      before["specs/acme/schemas.yaml"]
        ?.replace("[created, paid, failed] # grows", "[created, paid, failed, refunded] # grows")
        .replace('    fee: { type: integer }\n    address: { $ref: "#/Address" }\n', (rest) => {
          return `${rest}    settled_at: { type: string, format: date-time }\n`;
        }),
    );
    expect(after["specs/acme/paths.yaml"]).toBe(
      before["specs/acme/paths.yaml"]?.replace("      - { name: customer, in: query, schema: { type: string } }\n", ""),
    );
    expect(JSON.parse(after["specs/acme/upstream.lock.json"] ?? "").document.revision).toBe("2.0.0");
    expect(changed).toContain("packages/acme/src/generated/schemas.ts");
    expect(out).toContain("New operations upstream, not covered by our contract\n  GET /payouts\n");
    const changeset = after[own.find((path) => /acme-[0-9a-f]{8}\.md$/.test(path)) ?? ""];
    expect(changeset).toBe(
      '---\n"@acme/client": major\n---\n\nFollows a change of Acme charges.\n\n' +
        "**Breaking changes**\n\n- `charges.list` no longer takes the query parameter `customer`.\n\n" +
        "**New values to handle**\n\n- `Status` may be `refunded`.\n\n" +
        "**Added**\n\n- `Charge` has the new field `settled_at`.\n",
    );
  });

  it("ends with what is unmapped: file, line, member", async () => {
    const cwd = await repository({ "next.json": later("a response enum grows") });
    const { unmapped } = JSON.parse((await run(cwd, { from: "next.json", json: true })).out);
    expect(unmapped).toMatchObject([{ file: "packages/unified/src/index.ts", line: 6, missing: ["refunded"] }]);
    expect(unmapped.map(unmappedLine)).toEqual(["packages/unified/src/index.ts:6: lacks 'refunded'"]);
  });

  it.each([
    ["moves", ["a response property is added"], '"@acme/unified": minor\n---\n\nFollows `@acme/client`'],
    [
      "moves, and what breaks the client does not reach it",
      ["a request property becomes required", "a response property is added"],
      '"@acme/unified": minor\n---\n\nFollows `@acme/client`',
    ],
    ["breaks", ["a response property is removed"], '"@acme/unified": major\n---\n\nFollows `@acme/client`'],
    ["does not move", ["a property in a branch is added", "an optional parameter is added"], undefined],
  ])("writes a changeset for a package that stands on the client when its surface %s", async (_, names, text) => {
    const cwd = await repository({ "next.json": later(...names) });
    expect((await run(cwd, { from: "next.json" })).code).toBe(0);
    const files = Object.entries(await snapshot(join(cwd, ".changeset")));
    const unified = files.find(([path]) => path.startsWith("acme-unified-"))?.[1];
    if (text === undefined) expect(unified).toBeUndefined();
    else expect(unified).toContain(text);
    expect(files).toHaveLength(text === undefined ? 1 : 2);
  });

  it("only moves the lock when nothing changed for us, and writes nothing on a dry run", async () => {
    const cwd = await repository({ "words.json": later("words change"), "next.json": later("a response enum grows") });
    const before = await snapshot(cwd);
    expect((await run(cwd, { from: "next.json", dryRun: true })).out).toContain("✓ acme: minor; nothing written\n");
    expect(await snapshot(cwd)).toEqual(before);
    const { out } = await run(cwd, { from: "words.json" });
    expect(out).toContain("✓ acme: nothing changed for us; the lock follows the new document\n");
    const after = await snapshot(cwd);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual([
      "specs/acme/upstream.lock.json",
    ]);
    expect((await run(cwd, { from: "words.json" })).out).toBe("✓ acme: nothing changed\n");
  });

  it("asks a server whether there is anything new, and believes it", async () => {
    const asked: IncomingHttpHeaders[] = [];
    const url = await serve(({ headers }, answer) => {
      asked.push(headers);
      if (headers["if-none-match"] === '"2"') answer.writeHead(304).end();
      else
        answer
          .writeHead(200, { etag: '"2"', "last-modified": "Thu, 25 Jun 2026 10:00:00 GMT" })
          .end(later("a response enum grows"));
    });
    const cwd = await repository({}, `{ url: "${url}" }`);
    expect((await run(cwd, {})).out).toContain("✓ acme: minor, written with ");
    const after = await snapshot(cwd);
    expect((await run(cwd, {})).out).toBe("✓ acme: nothing changed\n");
    expect(asked.map((headers) => [headers["if-none-match"], headers["if-modified-since"]])).toEqual([
      [undefined, undefined],
      ['"2"', "Thu, 25 Jun 2026 10:00:00 GMT"],
    ]);
    expect(await snapshot(cwd)).toEqual(after);
  });

  it("says so where the provider has no document, as Razorpay", async () => {
    const root = resolve(import.meta.dirname, "../../../..");
    const message = "razorpay has no upstream document; give our contract, changed, with --from <folder|file|url>";
    expect(await run(root, {}, "razorpay")).toEqual({ code: 2, out: "", err: `error: ${message}\n` });
    expect((await run(root, { from: "x.json", as: "upstream" }, "razorpay")).code).toBe(2);
  });

  it("takes all providers where none is named, and says which has no document", async () => {
    const cwd = await repository({}, `{ url: "${await serve((_, answer) => answer.end(later("words change")))}" }`);
    await cp(join(cwd, "specs/acme"), join(cwd, "specs/other"), { recursive: true });
    await writeFile(join(cwd, "specs/other/provider.yaml"), 'name: other\npackage: "@acme/other"\nupstream: null\n');
    const ran = await run(cwd, {}, undefined);
    expect([ran.code, ran.out.split("\n").filter((line) => line.startsWith("✓"))]).toEqual([
      0,
      ["✓ acme: nothing changed for us; the lock follows the new document", "✓ other: has no upstream document"],
    ]);
  });

  it("takes for the provider's what comes from his address, whatever its title", async () => {
    const draft = new Draft(theirs());
    mutations.find(({ name }) => name === "a response enum grows")?.change(draft);
    draft.at("info")["title"] = "Acme charges";
    const url = await serve((_, answer) => answer.end(JSON.stringify(draft.document)));
    const cwd = await repository({}, `{ url: "${url}" }`);
    for (const from of [undefined, url]) {
      expect((await run(cwd, { ...(from === undefined ? {} : { from }), dryRun: true })).out).toMatch(/^Upstream, /);
    }
  });

  it("takes our own contract too, by its title or because it is told to", async () => {
    const cwd = await repository();
    const own = JSON.parse(await readFile(join(cwd, "packages/acme/openapi.json"), "utf8"));
    own.components.schemas.Charge.properties.extra = { type: "string" };
    await writeFile(join(cwd, "own.json"), JSON.stringify(own));
    const { out } = await run(cwd, { from: "own.json", dryRun: true });
    expect(out).toContain("`Charge` has the new field `extra`.");
    expect(out).not.toContain("Upstream");
    own.info.title = "Something else";
    await writeFile(join(cwd, "own.json"), JSON.stringify(own));
    expect((await run(cwd, { from: "own.json", as: "contract", dryRun: true })).out).toContain(
      "the new field `extra`.",
    );
    expect((await run(cwd, { from: "own.json", as: "neither" })).code).toBe(2);
  });
});

describe("An overlay action that has had its day", () => {
  const stale: readonly (readonly [string, (draft: Draft) => void, string])[] = [
    [
      "matches nothing",
      (d) => delete d.at("paths")["/relays"],
      "overlay-no-match: '$.paths['/relays']' matches nothing any more",
    ],
    [
      "is said by the document itself",
      (d) => d.require("ErrorResponse", "code"),
      "overlay-not-needed: '$.components.schemas.ErrorResponse': the document says so by itself; remove the action",
    ],
  ];
  it.each(stale)("is named where it %s, and is an error with --strict", async (_, change, message) => {
    const draft = new Draft(theirs());
    change(draft);
    const cwd = await repository({ "next.json": JSON.stringify(draft.document) });
    const before = await snapshot(cwd);
    const strict = await run(cwd, { from: "next.json", strict: true });
    expect([strict.code, strict.err.trim().split("\n").length]).toEqual([1, 1]);
    expect(strict.err).toContain(message);
    expect(strict.err).toMatch(/overlay\.yaml:\d+: error/);
    expect(await snapshot(cwd)).toEqual(before);
    const lenient = await run(cwd, { from: "next.json" });
    expect(lenient.code).toBe(0);
    expect(lenient.out).toContain(message);
  });

  it("is named where it adds what the provider has added by now", async () => {
    const answer = "{ get: { responses: { '200': { description: Ours. } } } }";
    const action = `{ target: $.paths, update: { /payouts: ${answer} } }`;
    const text = `overlay: 1.0.0\ninfo: { title: More, version: 1.0.0 }\nactions:\n  - ${action}\n`;
    const cwd = await repository({ "next.json": later("an operation is added"), "more.yaml": text });
    const { out } = await run(cwd, { from: "next.json", overlay: ["more.yaml"] });
    expect(out).toMatch(/more\.yaml:4: overlay-not-needed: '\$\.paths': the document has '\/payouts' by itself now/);
  });

  it("can come from another file", async () => {
    const action =
      "overlay: 1.0.0\ninfo: { title: More, version: 1.0.0 }\nactions:\n  - { target: $.paths.nothing, remove: true }\n";
    const cwd = await repository({ "next.json": later("words change"), "more.yaml": action });
    expect((await run(cwd, { from: "next.json", overlay: ["more.yaml"] })).out).toMatch(
      /^! .*more\.yaml:4: overlay-no-match: '\$\.paths\.nothing'/m,
    );
  });
});

describe("What cannot be taken", () => {
  const answers: readonly (readonly [string, RequestListener, number, RegExp])[] = [
    [
      "a page instead of a document",
      (_, a) => a.end("<!doctype html><p>moved"),
      1,
      /openapi\.json:1: error syntax: this is HTML or XML/,
    ],
    ["a truncated document", (_, a) => a.end(later().slice(0, 900)), 1, /error syntax: not valid JSON/],
    ["nothing at all", (_, a) => a.end(), 1, /error syntax: the file is empty/],
    ["no such page", (_, a) => a.writeHead(404).end(), 2, /answered with status 404/],
    ["a server in trouble", (_, a) => a.writeHead(503).end(), 2, /answered with status 503/],
    [
      "a circle of redirects",
      (_, a) => a.writeHead(302, { location: "/openapi.json" }).end(),
      2,
      /redirects too often/,
    ],
    [
      "a redirect to a file",
      (_, a) => a.writeHead(302, { location: "file:///etc/hosts" }).end(),
      2,
      /redirects to 'file:\/\/\/etc\/hosts', which is not followed/,
    ],
    ["too large a document", (_, a) => a.end(`{"x":"${"x".repeat(200_000)}"}`), 2, /sends more than 100000 bytes/],
    ["a document that does not end", (_, a) => void a.write("{"), 2, /did not answer in full within 0\.4 s/],
    ["a server that does not answer", () => undefined, 2, /did not answer in full within 0\.4 s/],
    ["a broken connection", (_, a) => void a.destroy(), 2, /cannot be reached/],
    [
      "another kind of document",
      (_, a) => a.end('{"asyncapi":"3.0.0","channels":{}}'),
      1,
      /this is an AsyncAPI document/,
    ],
    ["a list", (_, a) => a.end("[]"), 1, /an object is expected/],
    [
      "an operation less",
      (_, a) => a.end(broken((draft) => delete draft.at("paths")["/charges/{charge_id}"])),
      1,
      /error dropped-operation: GET \/charges\/\{charge_id\} is covered by specs\/acme and not in it any more/,
    ],
    [
      "no operation at all",
      (_, a) => a.end(broken((draft) => (draft.document["paths"] = {}))),
      1,
      /error no-operations/,
    ],
    [
      "a ref to nothing",
      (_, a) => a.end(broken((draft) => delete draft.at("components", "schemas")["ChargeStatus"])),
      1,
      /error unresolved-ref: \$ref '#\/components\/schemas\/ChargeStatus' leads to nothing/,
    ],
    [
      "what would not compile",
      (_, a) =>
        a.end(
          broken((draft) => {
            draft.at("components", "schemas")["ChargeStatus"] = { $ref: "#/components/schemas/ChargeStatus" };
          }),
        ),
      1,
      /error circular-ref: \$ref '#\/components\/schemas\/ChargeStatus' leads back to itself/,
    ],
  ];

  it.each(answers)("%s: one line, exit code not 0, the tree as it was", async (_, answer, code, message) => {
    const cwd = await repository({}, `{ url: "${await serve(answer)}" }`);
    const before = await snapshot(cwd);
    const ran = await run(cwd, { limits: { bytes: 100_000, timeoutMs: 400 } });
    expect(ran.err).toMatch(message);
    expect([ran.code, ran.err.trim().split("\n").length, ran.out]).toEqual([code, 1, ""]);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it.each([
    [
      "an unreachable address",
      { from: "http://127.0.0.1:9/openapi.json" },
      /http:\/\/127\.0\.0\.1:9\/openapi\.json cannot be reached/,
    ],
    ["an address that is none", { from: "http://[" }, /'http:\/\/\[' is not a URL/],
    ["a file that is not there", { from: "none.json" }, /--from none\.json: no such file or folder/],
  ])("%s", async (_, options, message) => {
    const cwd = await repository();
    const before = await snapshot(cwd);
    const ran = await run(cwd, options);
    expect(ran.err).toMatch(message);
    expect([ran.code, ran.err.trim().split("\n").length]).toEqual([2, 1]);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("without a lock, or with one that is broken, says how to make one", async () => {
    const cwd = await repository({ "next.json": later("words change") });
    await writeFile(join(cwd, "specs/acme/upstream.lock.json"), '{"lock": 1');
    expect((await run(cwd, { from: "next.json" })).err).toMatch(
      /is not a lock of this version; make it again with --baseline/,
    );
    await rm(join(cwd, "specs/acme/upstream.lock.json"));
    const { code, err } = await run(cwd, { from: "next.json" });
    expect([code, err]).toEqual([
      2,
      "error: specs/acme has no upstream.lock.json to compare with; make one: " +
        "specie update acme --from <the document that it follows> --baseline\n",
    ]);
  });

  it("leaves the tree as it was when it is stopped", async () => {
    let ask: () => void = () => undefined;
    const asked = new Promise<void>((done) => (ask = done));
    const cwd = await repository({}, `{ url: "${await serve(() => ask())}" }`);
    const before = await snapshot(cwd);
    const cli = resolve(import.meta.dirname, "../../src/cli.ts");
    const child = spawn(process.execPath, [cli, "update", "acme"], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (part: Buffer) => (err += part.toString()));
    const ended = new Promise<number | null>((done) => child.on("close", done));
    await asked;
    child.kill("SIGINT");
    expect([await ended, err]).toEqual([2, "error: stopped; nothing was written\n"]);
    expect(await snapshot(cwd)).toEqual(before);
  });
});

function broken(change: (draft: Draft) => void): string {
  const draft = new Draft(theirs());
  change(draft);
  return JSON.stringify(draft.document);
}
