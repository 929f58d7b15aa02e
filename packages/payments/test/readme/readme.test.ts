import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTables } from "../../scripts/readme-tables.ts";
import type { KeyRecord, KeyStore } from "../../src/index.ts";

const home = join(import.meta.dirname, "../..");
const run = promisify(execFile);
const readme = readFileSync(join(home, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);

/** Where each provider's examples go when nobody says otherwise. */
const origins = {
  hyperswitch: "https://sandbox.hyperswitch.io",
  cybersource: "https://apitest.cybersource.com",
  razorpay: "https://api.razorpay.com",
};
const used = Object.entries(origins).filter(([provider]) => readme.includes(`"@specie/payments/${provider}"`));

function record(state: KeyRecord["state"]): KeyRecord {
  const outcome = {
    version: 1,
    provider: "razorpay",
    operation: "capture",
    sentAt: "2026-11-20T12:00:00.000Z",
  } as const;
  return { fingerprint: "1", state, outcome };
}

/** What PostgreSQL does with the example's four statements. */
function table({ vanishing = false } = {}) {
  const kept = new Map<unknown, string>();
  return async (sql: string, [key, record, instead]: readonly (string | null)[]) => {
    const there = kept.get(key);
    const rows = (text: string | undefined) => ({ rows: text === undefined ? [] : [{ record: JSON.parse(text) }] });
    if (/^insert/.test(sql)) {
      if (there !== undefined && there !== instead) return rows(undefined);
      kept.set(key, String(record));
      return rows(String(record));
    }
    if (/^select/.test(sql)) {
      if (vanishing) kept.delete(key);
      return rows(vanishing ? undefined : there);
    }
    if (/^delete/.test(sql)) kept.delete(key);
    else if (there !== undefined) kept.set(key, String(record));
    return rows(undefined);
  };
}

describe("the README", () => {
  let folder: string;
  const mocks = new Map<string, Mock>();
  beforeAll(async () => {
    // In the package, so that its own name is found as by a user.
    folder = mkdtempSync(join(home, ".readme-"));
    for (const [index, code] of blocks.entries())
      writeFileSync(join(folder, `block-${index + 1}.ts`), `${code}export {};\n`);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../../../tsconfig.test.json", include: ["*.ts"] }),
    );
    for (const [provider, origin] of used) mocks.set(origin, await startMock(provider));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const mock of mocks.values()) await mock.close();
  });

  it("has the tables that the data give", () => {
    expect(withTables(readme)).toBe(readme);
    expect(readme).toContain("| `capture.partial` | capture a part, finally | yes | yes | – |");
  });

  it("has a store for PostgreSQL that keeps what a store must", async () => {
    const index = blocks.findIndex((code) => code.includes("postgresKeyStore"));
    const { postgresKeyStore } = await import(join(folder, `block-${index + 1}.ts`));
    const store: KeyStore = postgresKeyStore(table());
    const first = record("in_progress");
    expect(await store.claim("k", first)).toBeUndefined();
    expect(await store.claim("k", record("unknown"))).toEqual(first);
    await store.complete("k", record("unknown"));
    expect(await store.claim("k", first, record("completed"))).toEqual(record("unknown"));
    expect(await store.claim("k", first, record("unknown"))).toBeUndefined();
    await store.complete("k", undefined);
    expect(await store.claim("k", first, record("unknown"))).toBeUndefined();
    // Given back between the two statements.
    const lucky: KeyStore = postgresKeyStore(table({ vanishing: true }));
    await lucky.claim("k", first);
    expect(await lucky.claim("k", record("unknown"))).toBeUndefined();
  });

  it("has examples that compile", async () => {
    const tsc = join(home, "../../node_modules/.bin/tsc");
    await expect(run(tsc, ["-p", folder], { cwd: home }).catch(({ stdout }) => stdout)).resolves.toMatchObject({
      stdout: "",
    });
  });

  it.each(blocks.map((_, index) => index + 1))("has an example %d that runs within the contract", async (number) => {
    const env = {
      ...process.env,
      SPECIE_MOCKS: JSON.stringify(Object.fromEntries([...mocks].map(([origin, { url }]) => [origin, url]))),
    };
    const network = join(import.meta.dirname, "network.ts");
    const given = ["-C", "source", "--import", network, join(folder, `block-${number}.ts`)];
    const { stderr } = await run(process.execPath, given, { cwd: home, env });
    expect(stderr).toBe("");
    for (const mock of mocks.values()) expect(mock.violations()).toEqual([]);
  });
});
