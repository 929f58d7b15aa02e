import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A block of TypeScript out of a page, as a file. */
export interface Block {
  readonly file: string;
  readonly code: string;
}

/** Every block of TypeScript in a page. One that starts with `// name.ts` is that file, for the others to import. */
export function blocksOf(page: string): readonly Block[] {
  return [...readFileSync(page, "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""], index) => {
    const [, named] = /^\/\/ (\S+\.ts)\n/.exec(code) ?? [];
    return { file: named ?? `block-${index + 1}.ts`, code };
  });
}

/** The imports of a page hold for the blocks that come later, and its reader has keys of his own. */
export function asOnePage(blocks: readonly Block[]): readonly Block[] {
  const imports = new Set<string>();
  return blocks.map(({ file, code }) => {
    const own: readonly string[] = code.match(/^import .*;$/gm) ?? [];
    const earlier = [...imports].filter((line) => !own.includes(line));
    for (const line of own) imports.add(line);
    return { file, code: [...earlier, code, "export {};\n"].join("\n") };
  });
}

/** Writes blocks where a user of the package would have them, under our strictest settings. */
export function writeProject(folder: string, blocks: readonly Block[], given = ""): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of blocks) writeFileSync(join(folder, file), code);
  writeFileSync(join(folder, "given.d.ts"), given);
  const compilerOptions = given === "" ? {} : { noUnusedLocals: false };
  const settings = {
    extends: join(import.meta.dirname, "../../tsconfig.test.json"),
    compilerOptions,
    include: ["*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
}
