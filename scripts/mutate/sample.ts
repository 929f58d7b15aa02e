import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Lines of code, chosen at random but the same for the same seed: `src/a.ts:12-12`. */
export function sampledLines(folder: string, sources: readonly string[], size: number, seed: number): string[] {
  const lines = globSync([...sources], { cwd: folder })
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return text.split("\n").flatMap((line, index) => (isCode(line) ? [`${file}:${index + 1}-${index + 1}`] : []));
    });
  const random = randomOf(seed);
  return lines
    .map((line) => [random(), line] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, size)
    .map(([, line]) => line);
}

/** Lines with nothing to change in them would only thin the sample out. */
function isCode(line: string): boolean {
  return !/^\s*(import |export type |\/\/|\*|\/\*|[}\])];?,?$|readonly |type |$)/.test(line);
}

/** Numbers from 0 to 1: a linear congruential generator, which is good enough to choose lines with. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
