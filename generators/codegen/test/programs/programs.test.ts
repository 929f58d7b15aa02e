import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, specie } from "../cli/run.ts";

const repository = resolve(import.meta.dirname, "../../../..");

const client = `export interface Order { readonly id: string; readonly note?: string }
export function createOrder(order: { readonly amount: number; readonly receipt?: string }): Order {
  return { id: String(order.amount) };
}
`;

const readme = `# Client

\`\`\`ts
// orders.ts
import { createOrder } from "@acme/client";

export const order = createOrder({ amount: 100, receipt });
\`\`\`

\`\`\`ts
import { order } from "./orders.ts";

console.log(order.note);
\`\`\`

\`\`\`ts
createOrder({ amount: …
\`\`\`
`;

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A repository whose last release is the tag; what stands on it is changed afterwards. */
async function released(changed: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await emptyFolder();
  const git = (...args: string[]): void => {
    const who = ["-c", "user.name=Specie", "-c", "user.email=specie@example.com", "-c", "commit.gpgsign=false"];
    execFileSync("git", [...who, ...args], { cwd, stdio: "ignore" });
  };
  const manifest = {
    name: "@acme/client",
    version: "1.0.0",
    type: "module",
    exports: { ".": { source: "./src/index.ts" } },
  };
  await mkdir(join(cwd, "specs"));
  await write(cwd, {
    "packages/client/package.json": JSON.stringify(manifest),
    "packages/client/src/index.ts": client,
    "packages/client/README.md": readme,
    "packages/client/examples/many.ts": 'import { createOrder } from "@acme/client";\ncreateOrder({ amount: 1 });\n',
    ".gitignore": "node_modules\n",
  });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "One");
  git("tag", "@specie/client@1.0.0");
  await symlink(join(repository, "node_modules"), join(cwd, "node_modules"));
  await write(cwd, changed);
  return cwd;
}

const required = client.replace("receipt?: string", "receipt: string");
const gone = client.replace("; readonly note?: string", "");
const changeset = (bump: string): string => `---\n"@acme/client": ${bump}\n---\n\nA change.\n`;

describe("specie programs", () => {
  it("compiles what the last release showed, names that it took for granted declared, parts of programs left out", async () => {
    const cwd = await released({ "packages/client/README.md": "# Rewritten since\n" });
    expect(await specie(cwd, "programs")).toEqual({
      code: 0,
      out: "✓ 3 of 3 programs of @specie/client@1.0.0 compile; 1 are parts of programs\n",
      err: "",
    });
  });

  it.each([
    ["in a patch step", { ".changeset/a.md": changeset("patch") }],
    ["in a minor step", { ".changeset/a.md": changeset("minor") }],
    ["without a changeset", {}],
  ])("fails where one breaks %s, and says which and why", async (step, files) => {
    const cwd = await released({ "packages/client/src/index.ts": required, ...files });
    const { code, out } = await specie(cwd, "programs");
    expect([code, out]).toEqual([
      1,
      `✗ packages/client/examples/many.ts:1 of @specie/client@1.0.0 breaks ${step}: Property 'receipt' is missing in type '{ amount: number; }' ` +
        "but required in type '{ readonly amount: number; readonly receipt: string; }'.\n" +
        "✗ 2 of 3 programs of @specie/client@1.0.0 compile; 1 are parts of programs\n",
    ]);
  });

  it("lets a major step break them, and one that imports another counts with it", async () => {
    const breaking = { "packages/client/src/index.ts": gone };
    const major = await released({ ...breaking, ".changeset/a.md": changeset("major") });
    const { code, out } = await specie(major, "programs");
    expect([code, out]).toMatchObject([
      0,
      expect.stringMatching(/^! packages\/client\/README\.md:11 .* breaks in a major step: Property 'note'/),
    ]);
    const { code: refused } = await specie(await released(breaking), "programs", "--since", "main");
    expect(refused).toBe(1);
  });

  it("refuses what is no revision in one line", async () => {
    const { code, err } = await specie(await released({}), "programs", "--since", "never");
    expect([code, err]).toEqual([2, "error: 'never' is not a revision of this repository\n"]);
  });
});
