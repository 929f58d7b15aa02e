#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { firstLine, MockError } from "./mock-error.ts";
import { type Mock, type MockOptions, startMock } from "./start-mock.ts";
import { describeViolation } from "./violation.ts";

// Exit codes: 0 stopped as asked, 1 the contract or the port is at fault, 2 the command line is.
const program = new Command("specie-mock")
  .description("Serves a provider's contract, or any OpenAPI file, with Prism.")
  .argument("<contract>", "a provider (razorpay) or a file (./openapi.yaml)")
  .option("-p, --port <number>", "port to listen on (default: a free one)", toPort)
  .option("--host <address>", "address to listen on", "127.0.0.1")
  .option("--dynamic", "answer with random data that fits the schemas")
  .option("--seed <text>", "make dynamic answers repeatable")
  .option("-q, --quiet", "do not print violations")
  .exitOverride()
  .configureOutput({ writeErr: () => {} })
  .action(serve);

interface Flags extends MockOptions {
  readonly quiet?: boolean;
}

async function serve(contract: string, { quiet = false, ...options }: Flags): Promise<void> {
  const mock = await startMock(contract, {
    ...options,
    onViolation: (violation) => {
      if (!quiet) process.stderr.write(`violation: ${describeViolation(violation)}\n`);
    },
  });
  process.stdout.write(`${mock.contract}: ${mock.operations} operations on ${mock.url} (Ctrl+C stops it)\n`);
  stopWith(mock, ["SIGINT", "SIGTERM"]);
}

function stopWith(mock: Mock, signals: readonly NodeJS.Signals[]): void {
  for (const signal of signals) process.once(signal, () => void mock.close());
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("give a number from 0 to 65535.");
  return port;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0;
  else {
    const message = firstLine(error).replace(/^error: /, "");
    process.stderr.write(`specie-mock: ${message}${error instanceof CommanderError ? " (see --help)" : ""}\n`);
    process.exitCode =
      error instanceof CommanderError || (error instanceof MockError && error.kind === "usage") ? 2 : 1;
  }
}
