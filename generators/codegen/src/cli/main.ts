import { readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { inert } from "../contract/text.ts";
import type { NewOptions } from "./new.ts";
import type { Console } from "./reporter.ts";

/** Exit codes: 0 done; 1 the document's fault, or stale output; 2 the caller's fault. */
export async function main(args: readonly string[], console: Console): Promise<number> {
  let code = 0;
  const program = new Command("specie")
    .description("Compiles OpenAPI contracts into small, typed, safe npm clients.")
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => console.out.write(text),
      writeErr: (text) => console.err.write(text),
      // It repeats what the caller wrote.
      outputError: (text, write) => write(`${inert(text, 500)}\n`),
    })
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 the document is at fault or output is stale, 2 the call is at fault.",
    );

  program
    .command("generate")
    .description("compile the contracts under specs/, or with --spec any document")
    .argument("[providers...]", "folders under specs/; all of them when none is named")
    .option("--spec <file|folder|url>", "an OpenAPI 3.0 or 3.1 document, or Swagger 2.0, as JSON or YAML")
    .option("--output <dir>", "package folder to write")
    .option("--name <package>", "npm name of the package", packageName)
    .option("--config <provider.yaml>", "method names, pagination, idempotency and what may be resent")
    .option("--overlay <file>", "OpenAPI Overlay to apply first; may be repeated", collect, [])
    .option("--allow-ref <origin|dir>", "let references leave the document's folder; may be repeated", collect, [])
    .option("--schemas", "emit schemas too, which check requests and answers at run time")
    .option("--strict", "what would be repaired is an error")
    .option("--report [file]", "list everything that was repaired, or write it to a file (.json: as JSON)")
    .option("--watch", "compile again whenever a document changes")
    .option("--limit <name=number>", "raise or lower what a document may cost; may be repeated", collect, [])
    .option("--json", "print one JSON object")
    .option("--quiet", "print errors only")
    .action(async (providers: string[], options: object) => {
      const { generate } = await import("./generate.ts");
      code = await generate(providers, options, console);
    });

  program
    .command("check")
    .description("fail when a package is not what its contract gives, byte for byte")
    .argument("[providers...]", "folders under specs/; all of them when none is named")
    .option("--json", "print one JSON object")
    .option("--quiet", "print errors only")
    .action(async (providers: string[], options: object) => {
      const { check } = await import("./check.ts");
      code = await check(providers, options, console);
    });

  program
    .command("diff")
    .description("what changed between two contracts, and how large a version step that is")
    .argument("<old>", "a file, folder or URL, or a git revision such as main:specs/razorpay")
    .argument("<new>", "the same")
    .option("--config <provider.yaml>", "method names for both sides, where they have none beside them")
    .option("--allow-ref <origin|dir>", "let references leave the document's folder; may be repeated", collect, [])
    .option("--format <format>", "text, json or markdown")
    .option("--json", "the same as --format json")
    .option("--no-surface", "leave the compiler's judgement out")
    .option("--fail-on <bump>", "exit 1 when the step is at least this: major, minor or patch")
    .action(async (older: string, newer: string, options: object) => {
      const { diff } = await import("./diff.ts");
      code = await diff(older, newer, options, console);
    });

  program
    .command("update")
    .description("take what a provider changed into specs/: merge, regenerate, and write changesets, all or nothing")
    .argument("[providers...]", "folders under specs/; all of them when none is named")
    .option("--from <url|file|folder|revision>", "another document than the one that provider.yaml names as upstream")
    .option("--as <kind>", "what it is: upstream, the provider's document, or contract, our own with changes")
    .option("--overlay <file>", "OpenAPI Overlay to apply after overlay.yaml; may be repeated", collect, [])
    .option("--strict", "an overlay action that matches nothing or is not needed any more is an error")
    .option("--baseline", "only note in upstream.lock.json that our contract follows this document already")
    .option("--dry-run", "say what would change, and change nothing")
    .option("--json", "print one JSON object")
    .option("--quiet", "print errors only")
    .action(async (providers: string[], options: object) => {
      const { update } = await import("./update.ts");
      code = await update(providers, options, console);
    });

  program
    .command("new")
    .description("make a new provider's folder under specs/ and its package under packages/")
    .argument("<provider>", "the name of both folders")
    .requiredOption("--from <file|folder|url>", "the provider's document: OpenAPI 3.0 or 3.1, or Swagger 2.0")
    .option("--dir <dir>", "the repository; default: the one that this folder is in")
    .option("--package <package>", "npm name of the package; default: @specie/<provider>", packageName)
    .option("--allow-ref <origin|dir>", "let references leave the document's folder; may be repeated", collect, [])
    .option("--json", "print one JSON object")
    .option("--quiet", "print errors only")
    .action(async (provider: string, options: NewOptions) => {
      const { create } = await import("./new.ts");
      code = await create(provider, options, console);
    });

  program
    .command("programs")
    .description("compile the programs in README files of an earlier revision against the packages of today")
    .option("--since <revision>", "default: the last release, or main before the first one")
    .option("--json", "print one JSON object")
    .option("--quiet", "print errors only")
    .action(async (options: object) => {
      const { programs } = await import("./programs.ts");
      code = await programs(options, console);
    });

  program
    .command("fidelity")
    .description("compare a contract under specs/ with the provider's own document")
    .argument("<provider>", "a folder under specs/")
    .option(
      "--upstream <file>",
      "the provider's document; default: the one that provider.yaml names, in ../shared/upstream",
    )
    .option("--json", "print one JSON object")
    .action(async (provider: string, options: object) => {
      const { fidelity } = await import("./fidelity.ts");
      code = await fidelity(provider, options, console);
    });

  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { report } = await import("./failure.ts");
    return report(error, args.includes("--json") || args.join(" ").includes("--format json"), console);
  }
}

function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

/** npm's own rules, shortened: what passes can be a folder of node_modules and nothing else. */
function packageName(value: string): string {
  if (/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(value) && value.length <= 214) return value;
  throw new InvalidArgumentError(
    "not an npm package name: lower-case letters, digits, '-', '.', '_', with an optional @scope/.",
  );
}

/** Of this package. */
function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(Reflect.get(Object(JSON.parse(text)), "version"));
}
