import { join } from "node:path";
import ts from "typescript";
import { inTurn } from "../rounds.ts";
import { compilerOptions } from "../type-programs/compiler-options.ts";
import { cursor } from "../type-programs/cursor.ts";

/** A file that a user has open; the cursor is where a member of a body is being typed. */
export interface OpenFile {
  readonly path: string;
  readonly text: string;
  /** A member that has to be offered there. */
  readonly offered: string;
}

/** Milliseconds from an edit to the completions, of each edit. */
export interface Completions {
  readonly version: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

interface Input {
  readonly ours: OpenFile;
  readonly peer: OpenFile;
  readonly edits: number;
}

const warmUp = 5;

/** A language service over one open file, as an editor keeps it. Each call types something else and asks for members. */
function editor({ path, text, offered }: OpenFile): () => number {
  const folder = join(path, "..");
  const { options, errors } = ts.convertCompilerOptionsFromJson(compilerOptions, folder);
  if (errors.length > 0) throw new Error(ts.flattenDiagnosticMessageText(errors[0]?.messageText, "\n"));
  const [before = "", after = ""] = text.split(cursor);
  let version = 0;
  let current = before + after;
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: (file) => (file === path ? String(version) : "1"),
    getScriptSnapshot: (file) => {
      const found = file === path ? current : ts.sys.readFile(file);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
  };
  const service = ts.createLanguageService(host);
  const errorsOf = service.getSemanticDiagnostics(path);
  if (errorsOf.length > 0) throw new Error(ts.flattenDiagnosticMessageText(errorsOf[0]?.messageText, "\n"));
  return () => {
    version++;
    // The beginning of the member's name, one more letter each time.
    const typed = offered.slice(0, (version % (offered.length - 1)) + 1);
    current = before + typed + after;
    const started = performance.now();
    const found = service.getCompletionsAtPosition(path, before.length + typed.length, undefined);
    const took = performance.now() - started;
    if (found?.entries.some(({ name }) => name === offered) !== true) throw new Error(`${offered} is not offered`);
    return took;
  };
}

const { ours, peer, edits }: Input = JSON.parse(process.argv[2] ?? "");
const [mine = [], theirs = []] = await inTurn(warmUp + edits, [editor(ours), editor(peer)]);
const completions: Completions = { version: ts.version, ours: mine.slice(warmUp), peer: theirs.slice(warmUp) };
console.log(JSON.stringify(completions));
