import type { OperationPlan, Plan } from "../../emit/plan.ts";
import { type Code, code, string } from "../../emit/printer.ts";
import { code as named } from "../wire/words.ts";
import { accepts, exported, type Probe } from "./probe.ts";
import { namesIn } from "./subjects.ts";

/** The questions about `result()`: which statuses there are, and what each brings. */
export function resultProbes(older: Plan, newer: Plan): Probe[] {
  const after = new Map(newer.operations.map((operation) => [operation.result, operation]));
  return older.operations.flatMap((operation) => {
    const other = after.get(operation.result);
    return other === undefined ? [] : probesOf(older, operation, other);
  });
}

function probesOf(plan: Plan, older: OperationPlan, newer: OperationPlan): Probe[] {
  const name = older.result;
  const probes: Probe[] = [];
  const known = new Set(older.operation.responses.map(({ status }) => status));
  for (const { status, schema } of older.operation.responses) {
    const place = `${name} ${status}`;
    const base = { name, place, whole: true, direction: "response", newValue: false } as const;
    const bodies = (["Old", "New"] as const).map(
      (version) => code`Data<${exported(version, name)}, ${literal(status)}>`,
    );
    const [before = code`never`, after = code`never`] = bodies;
    probes.push({
      ...base,
      assertion: accepts(code`Prop<${exported("New", name)}, "status">`, literal(status)),
      question: "present",
      bump: "major",
      kind: "status-removed",
      message: `The status ${named(status)} is gone from ${named(name)}.`,
      refs: new Set(),
    });
    probes.push({
      ...base,
      assertion: accepts(before, after),
      question: "forward",
      bump: "major",
      kind: "status-body-changed",
      message: `The data of ${named(name)} with the status ${named(status)} gives values that it never gave.`,
      refs: namesIn(plan, schema, "response"),
    });
  }
  for (const { status } of newer.operation.responses) {
    if (known.has(status)) continue;
    probes.push({
      assertion: accepts(code`Prop<${exported("Old", name)}, "status">`, literal(status)),
      name,
      place: `${name} ${status}`,
      question: "added",
      whole: true,
      direction: "response",
      bump: "minor",
      kind: "status-added",
      message: `${named(name)} may have the status ${named(status)}.`,
      refs: new Set(),
      newValue: true,
    });
  }
  return probes;
}

function literal(status: string): Code {
  return /^[1-5][0-9][0-9]$/.test(status) ? code`${Number(status)}` : string(status);
}
