import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { worker } from "../child.ts";
import { compared } from "../rounds.ts";
import type { Row } from "../row.ts";
import { schemaTypes } from "../schema-types.ts";
import { stage } from "../stage.ts";
import { cursor } from "../type-programs/cursor.ts";
import { hyperswitch, paymentBody } from "../type-programs/hyperswitch.ts";
import { program, type Style } from "../type-programs/program.ts";
import type { Completions, OpenFile } from "../workers/completion.ts";

const edits = 25;
/** Calls elsewhere in the open file. */
const calls = 20;

/** What an editor with TypeScript's language service takes to offer the members of a body after each letter. */
export async function completion(temporary: string): Promise<Row[]> {
  const staged = await stage(temporary);
  await schemaTypes(staged, "hyperswitch");
  const open = async (name: string, style: Style, call: (body: string) => string): Promise<OpenFile> => {
    const folder = join(staged.consumer, `completion-${name}`);
    const path = join(folder, "program.ts");
    const body = `{ ${paymentBody(1)}, ${cursor} }`;
    const text = `${program(style, calls)}\nexport async function edited() {\n  return ${call(body)};\n}\n`;
    await mkdir(folder, { recursive: true });
    await writeFile(path, text.replace(cursor, ""));
    return { path, text, offered: "statement_descriptor_suffix" };
  };
  const ours = await open("named", hyperswitch.named, (body) => `hyperswitch.payments.create(${body})`);
  const peer = await open("generic", hyperswitch.generic, (body) => `hyperswitch.POST("/payments", { body: ${body} })`);
  const found = await worker<Completions>("completion", { ours, peer, edits });
  const what = `completion in a payments.create body of hyperswitch, TypeScript ${found.version}`;
  return [compared(what, "ms", found.ours, found.peer, { most: 1 / 3 })];
}
