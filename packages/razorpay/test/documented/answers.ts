import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An answer that the provider's documents show, and the call above it. */
export interface DocumentedAnswer {
  readonly title: string;
  /** As the document writes it: `payment.capture`. */
  readonly call: string;
  readonly answer: unknown;
}

const folder = join(import.meta.dirname, "../../../../../shared/seeds");

/** Everything shown in the documents beside the repository; none where they are not there. */
export function documentedAnswers(): readonly DocumentedAnswer[] {
  if (!existsSync(folder)) return [];
  return globSync("002*.txt", { cwd: folder }).flatMap((file) => read(readFileSync(join(folder, file), "utf8")));
}

/** A document is sections under `###`, with the call in one block of code and its answers in the next ones. */
function read(text: string): DocumentedAnswer[] {
  return text.split(/^### /m).flatMap((section) => {
    const [, call] = /client\.(\w+\.\w+)\(/.exec(section) ?? [];
    if (call === undefined) return [];
    const title = section.slice(0, section.indexOf("\n"));
    // Blocks are not always closed, but an answer always starts and ends at the start of a line.
    const [, ...after] = section.split("**Response:**");
    const answers = after.join().match(/^\{\n[\s\S]*?^\}/gm) ?? [];
    return answers.map((answer) => ({ title, call, answer: JSON.parse(answer) }));
  });
}
