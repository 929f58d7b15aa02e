import { memberName, Namespace, pascal } from "./names.ts";
import type { OperationPlan, Plan } from "./plan.ts";

/** The grouped client as a tree: `payments` holds `create`, `capture` and the group `refunds`. */
export interface Group {
  /** Interface name: `RazorpayPayments`. */
  readonly typeName: string;
  readonly methods: ReadonlyMap<string, OperationPlan>;
  readonly groups: ReadonlyMap<string, Group>;
}

interface Node {
  readonly methods: Map<string, OperationPlan>;
  readonly groups: Map<string, Node>;
}

/** Members that the client has itself, and the one that would turn it into a promise. */
const reserved = ["http", "then"];

export function groups(plan: Plan): Group {
  const root = node();
  for (const operation of plan.operations) {
    const path = operation.operation.groupedName.map(memberName);
    let current = root;
    for (const name of path.slice(0, -1)) {
      const inner = current.groups.get(name) ?? node();
      current.groups.set(name, inner);
      current = inner;
    }
    current.methods.set(methodName(current, path.at(-1) ?? "", operation), operation);
  }
  settle(root);
  return named(root, plan, plan.title);
}

function node(): Node {
  return { methods: new Map(), groups: new Map() };
}

function methodName(current: Node, wanted: string, operation: OperationPlan): string {
  const taken = current.methods.has(wanted) || reserved.includes(wanted);
  return taken ? operation.functionName : wanted;
}

/** A name that is a group and a method too keeps the group; the method goes by its flat name. */
function settle(current: Node): void {
  for (const [name, operation] of current.methods) {
    if (!current.groups.has(name)) continue;
    current.methods.delete(name);
    const names = new Namespace();
    for (const taken of [...current.groups.keys(), ...current.methods.keys(), ...reserved]) names.claim(taken);
    current.methods.set(names.claim(operation.functionName), operation);
  }
  for (const inner of current.groups.values()) settle(inner);
}

function named(current: Node, plan: Plan, prefix: string): Group {
  const children = [...current.groups].map(([name, inner]) => {
    const wanted = `${prefix}${pascal(name)}`;
    const typeName = plan.names.claim(wanted);
    const label = reserved.includes(name) ? `${name}_` : name;
    return [label, { ...named(inner, plan, wanted), typeName }] as const;
  });
  return { typeName: `${plan.title}Client`, methods: current.methods, groups: new Map(children) };
}

/** The name of each operation as the client has it: `payments.capture`. */
export function memberNames(root: Group): ReadonlyMap<OperationPlan, string> {
  const names = new Map<OperationPlan, string>();
  const visit = (group: Group, prefix: string): void => {
    for (const [name, operation] of group.methods) names.set(operation, `${prefix}${name}`);
    for (const [name, inner] of group.groups) visit(inner, `${prefix}${name}.`);
  };
  visit(root, "");
  return names;
}
