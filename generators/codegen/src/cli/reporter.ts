import { createColors } from "picocolors";

export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Where a command runs and prints. */
export interface Console {
  readonly cwd: string;
  readonly out: Stream;
  readonly err: Stream;
  /** Ends what would go on: `--watch`. */
  readonly signal?: AbortSignal;
}

export interface OutputOptions {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** Progress for people: a moving line on a terminal, plain lines elsewhere, nothing with --json or --quiet. */
export interface Reporter {
  readonly start: (what: string) => void;
  readonly done: (line: string, mark?: "ok" | "warning" | "failure") => void;
  readonly note: (line: string) => void;
  readonly json: (value: unknown) => void;
  readonly dim: (text: string) => string;
}

export function reporter(console: Console, options: OutputOptions): Reporter {
  const silent = options.json === true || options.quiet === true;
  const terminal = console.out.isTTY === true && process.env["CI"] === undefined;
  const colors = createColors(console.out.isTTY === true && process.env["NO_COLOR"] === undefined);
  const marks = { ok: colors.green("✓"), warning: colors.yellow("!"), failure: colors.red("✗") };
  const clear = terminal ? "\r\u001b[2K" : "";
  return {
    start: (what) => {
      if (!silent && terminal) console.out.write(`${clear}${colors.dim("…")} ${what}`);
    },
    done: (line, mark = "ok") => {
      if (!silent) console.out.write(`${clear}${marks[mark]} ${line}\n`);
    },
    note: (line) => {
      if (!silent) console.out.write(`${clear}  ${colors.dim(line)}\n`);
    },
    json: (value) => {
      if (options.json === true) console.out.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    dim: colors.dim,
  };
}
