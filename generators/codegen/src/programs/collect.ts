import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestOf, packagesOf } from "../update/dependents/candidate.ts";

/** A program that a README or a folder of examples shows. */
export interface Program {
  /** `packages/razorpay/README.md:14`: where its first line stands. */
  readonly place: string;
  /** Programs of one document may import each other. */
  readonly document: string;
  /** Its file name there. */
  readonly name: string;
  readonly text: string;
  /** Packages of the workspace that it imports, or another program of its document. */
  readonly packages: ReadonlySet<string>;
}

/** The programs that a tree shows to its users: those of the README files, and of `examples/` beside them. */
export function programsOf(root: string): Program[] {
  const published = packagesOf(root).filter((folder) => !manifestOf(folder).isPrivate);
  const names = published.map((folder) => manifestOf(folder).name);
  const places = [root, ...published].map((folder) => folder.slice(root.length + 1));
  return places.flatMap((place) => {
    const readme = join(place, "README.md");
    const text = existsSync(join(root, readme)) ? readFileSync(join(root, readme), "utf8") : "";
    return [blocksOf(text, readme), examplesOf(root, join(place, "examples"))].flatMap((found) => {
      const all = found.map((program) => program.text).join("\n");
      const packages = new Set(
        names.filter((name) => all.includes(`from "${name}"`) || all.includes(`from "${name}/`)),
      );
      return found.map((program) => ({ ...program, packages }));
    });
  });
}

type Found = Omit<Program, "packages">;

/** A block can say in its first line which file it is, for others to import. */
function blocksOf(text: string, document: string): Found[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(({ 1: code = "", index }, number) => ({
    place: `${document}:${text.slice(0, index).split("\n").length + 1}`,
    document,
    name: /^\/\/ ([\w.-]+\.ts)\n/.exec(code)?.[1] ?? `block-${number + 1}.ts`,
    text: code,
  }));
}

function examplesOf(root: string, folder: string): Found[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".ts"));
  return names.map((name) => ({
    place: `${join(folder, name)}:1`,
    document: folder,
    name,
    text: readFileSync(join(root, folder, name), "utf8"),
  }));
}
