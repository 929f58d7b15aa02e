import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import * as cybersource from "@specie/cybersource";
import * as hyperswitch from "@specie/hyperswitch";
import * as razorpay from "@specie/razorpay";
import { describe, expect, it } from "vitest";
import { changedClient, wordFor } from "./changed-client.ts";
import { type EnumMap, mapsIn } from "./maps.ts";

const root = resolve(import.meta.dirname, "../..");
const clients: readonly (readonly [string, object])[] = [
  ["hyperswitch", hyperswitch],
  ["cybersource", cybersource],
  ["razorpay", razorpay],
];

/** What the compiler says of a provider's gateway over a changed client: file, line, text. */
async function complaints(provider: string, folder: string) {
  const paths = {
    [`@specie/${provider}`]: [join(folder, "src/index.ts")],
    [`@specie/${provider}/operations`]: [join(folder, "src/operations.ts")],
  };
  const config = join(folder, "tsconfig.json");
  const compilerOptions = { paths, types: [], rootDir: "/" };
  const include = [join(root, "src/gateway"), join(root, "src", provider)];
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.test.json"), compilerOptions, include }));
  const tsc = join(root, "../../node_modules/.bin/tsc");
  const said = await new Promise<string>((done) => {
    execFile(tsc, ["-p", config, "--pretty", "false"], { maxBuffer: 1e8 }, (_, stdout) => done(stdout));
  });
  // A complaint goes on in lines that are indented.
  return said.split(/\n(?! )/).flatMap((text) => {
    const [, path, line] = /^(.+?)\((\d+),\d+\): error/.exec(text) ?? [];
    return path === undefined ? [] : [{ file: relative(root, resolve(path)), line: Number(line), text }];
  });
}

describe.each(clients)("a word that is new in a contract of %s", (provider, client) => {
  it("breaks exactly one line of each map that has no place for it, and nothing else", async () => {
    const maps = mapsIn(join(root, "src", provider, "maps"));
    expect(maps.length).toBeGreaterThan(8);
    const enums = Object.fromEntries(
      maps.flatMap(({ known }) => known).map((name) => [name, Reflect.get(client, name.replace("K", "k"))]),
    );
    using changed = await changedClient(provider, enums);
    expect(changed.missing).toEqual([]);
    const found = await complaints(provider, changed.folder);
    const broken = found.map(({ file, line, text }) => {
      const isIn = (map: EnumMap) => file.endsWith(`/maps/${map.file}`) && map.from <= line && line <= map.to;
      const words = Object.keys(enums).filter((known) => new RegExp(`\\b${wordFor(known)}\\b`).test(text));
      return { map: maps.find(isIn), words, more: Number(/ and (\d+) more\./.exec(text)?.[1] ?? 0), text };
    });
    expect(broken.filter(({ map }) => map === undefined).map(({ text }) => text)).toEqual([]);
    expect(broken.map(({ map }) => map?.name).toSorted()).toEqual(maps.map(({ name }) => name).toSorted());
    for (const { map, words, more } of broken) {
      // The compiler names four, and counts the rest.
      expect(map?.known, map?.name).toEqual(expect.arrayContaining(words));
      expect(words.length + more, map?.name).toBe(map?.known.length);
    }
  });
});
