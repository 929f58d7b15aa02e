import { type Group, groups } from "../../emit/groups.ts";
import type { OperationPlan, Plan } from "../../emit/plan.ts";
import { type Code, code, string } from "../../emit/printer.ts";
import { code as named } from "../wire/words.ts";
import { accepts, exported, type Probe } from "./probe.ts";
import { namesIn } from "./subjects.ts";

interface Method {
  readonly path: readonly string[];
  readonly operation: OperationPlan;
}

/**
 * The questions about the client itself: its methods, their arguments, its pages, and how it is made. Only of the
 * operations whose function is among `names`: the others take and give what they did.
 */
export function callProbes(older: Plan, names: ReadonlySet<string>): Probe[] {
  const root = groups(older);
  const client = root.typeName;
  const probes = names.has("createClient") ? [creation()] : [];
  const isAsked = ({ functionName }: OperationPlan): boolean => names.has(functionName);
  if (names.has(client)) {
    for (const method of methodsOf(root, []))
      probes.push(...methodProbes(older, client, method, isAsked(method.operation)));
  }
  for (const operation of older.operations) {
    if (!isAsked(operation)) continue;
    probes.push(functionProbe(older, operation));
    if (names.has("Paths")) probes.push(pathProbe(older, operation));
  }
  return probes;
}

function methodsOf(group: Group, path: readonly string[]): Method[] {
  const own = [...group.methods].map(([name, operation]) => ({ path: [...path, name], operation }));
  return [...own, ...[...group.groups].flatMap(([name, inner]) => methodsOf(inner, [...path, name]))];
}

function methodProbes(plan: Plan, client: string, { path, operation }: Method, inDetail: boolean): Probe[] {
  const name = path.join(".");
  const [before, after] = members(client, path);
  const parent = path
    .slice(0, -1)
    .reduce<Code>((type, step) => code`Prop<${type}, ${string(step)}>`, exported("New", client));
  const base = { name, place: name, whole: true, direction: "request", newValue: false } as const;
  const probes: Probe[] = [
    {
      ...base,
      assertion: accepts(code`Keys<${parent}>`, string(path.at(-1) ?? "")),
      question: "present",
      bump: "major",
      kind: "method-removed",
      message: `The method ${named(name)} is gone.`,
      refs: new Set(),
    },
  ];
  if (!inDetail) return probes;
  probes.push(argumentsProbe(name, before, after, refsOf(plan, operation)));
  if (operation.operation.pagination !== undefined) {
    probes.push({
      ...base,
      direction: "response",
      assertion: accepts(code`Paged<${before}>`, code`Paged<${after}>`),
      question: "forward",
      bump: "major",
      kind: "pages-changed",
      message: `The pages of ${named(name)} no longer give the same items.`,
      refs: namesOfAnswers(plan, operation),
    });
  }
  return probes;
}

function members(client: string, path: readonly string[]): readonly [Code, Code] {
  const member = (version: "Old" | "New"): Code =>
    path.reduce<Code>((type, step) => code`Prop<${type}, ${string(step)}>`, exported(version, client));
  return [member("Old"), member("New")];
}

function argumentsProbe(name: string, before: Code, after: Code, refs: ReadonlySet<string>): Probe {
  return {
    assertion: accepts(code`Arguments<${after}>`, code`Arguments<${before}>`),
    name,
    place: name,
    question: "forward",
    whole: true,
    direction: "request",
    bump: "major",
    kind: "arguments-changed",
    message: `Calls of ${named(name)} as they were no longer compile.`,
    refs,
    newValue: false,
  };
}

function functionProbe(plan: Plan, operation: OperationPlan): Probe {
  const [before, after] = (["Old", "New"] as const).map(
    (version) => code`typeof ${exported(version, operation.functionName)}`,
  );
  const never = code`never`;
  return argumentsProbe(operation.functionName, before ?? never, after ?? never, refsOf(plan, operation));
}

function pathProbe(plan: Plan, operation: OperationPlan): Probe {
  const { method, path } = operation.operation;
  const entry = (version: "Old" | "New"): Code =>
    code`Prop<Prop<Prop<${exported(version, "Paths")}, ${string(path)}>, ${string(method)}>, "init">`;
  const name = `${method} ${path}`;
  const label = `http.${method}("${path}")`;
  const message = `Calls of ${named(label)} as they were no longer compile.`;
  const base = { name, place: label, whole: true, direction: "request", newValue: false } as const;
  const refs = refsOf(plan, operation);
  return {
    ...base,
    assertion: accepts(entry("New"), entry("Old")),
    question: "forward",
    bump: "major",
    kind: "path-call-changed",
    message,
    refs,
  };
}

function creation(): Probe {
  const message = "The options that clients are made with are no longer accepted.";
  const given = (version: "Old" | "New"): Code => code`Arguments<typeof ${exported(version, "createClient")}>`;
  const base = {
    name: "createClient",
    place: "createClient",
    whole: true,
    direction: "request",
    newValue: false,
  } as const;
  return {
    ...base,
    assertion: accepts(given("New"), given("Old")),
    question: "forward",
    bump: "major",
    kind: "options-changed",
    message,
    refs: new Set(),
  };
}

function refsOf(plan: Plan, { operation, body, query, options }: OperationPlan): ReadonlySet<string> {
  const aliases = [body, query, options].filter((name) => name !== undefined);
  const paths = operation.pathParameters.flatMap(({ schema }) => [...namesIn(plan, schema, "request")]);
  return new Set([...aliases, ...paths]);
}

function namesOfAnswers(plan: Plan, { operation, response }: OperationPlan): ReadonlySet<string> {
  return new Set([response, ...operation.responses.flatMap(({ schema }) => [...namesIn(plan, schema, "response")])]);
}
