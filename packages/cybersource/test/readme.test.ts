import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startMock } from "@specie/mock";
import { expect, it, vi } from "vitest";
import document from "../openapi.json" with { type: "json" };

const packageFolder = join(import.meta.dirname, "..");

it("has a README whose examples run, one after the other, as they stand", async () => {
  const readme = await readFile(join(packageFolder, "README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  expect(blocks.length).toBeGreaterThan(5);
  const mock = await startMock(document);
  const folder = await mkdtemp(join(import.meta.dirname, ".readme-"));
  const network = globalThis.fetch;
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
    network(url.replace("https://apitest.cybersource.com", mock.url), init),
  );
  try {
    const file = join(folder, "examples.ts");
    await writeFile(
      file,
      blocks
        .join("\n")
        .replace(/"@specie\/cybersource(\/operations)?"/g, (_, entry) =>
          JSON.stringify(join(packageFolder, `src${entry ?? "/index"}.ts`)),
        ),
    );
    await import(file);
    expect(mock.violations()).toEqual([]);
    expect(log.mock.calls).toEqual([
      ["PENDING"],
      [[["ics_auth", "AUTHORIZED"]]],
      ["Bearer eyJ"],
      ["payments.payments.accept", "7637530000000000000001"],
      ["7637530000000000000001"],
    ]);
  } finally {
    vi.unstubAllGlobals();
    log.mockRestore();
    await rm(folder, { recursive: true });
    await mock.close();
  }
}, 60_000);
