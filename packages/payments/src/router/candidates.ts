import { deriveId } from "@specie/runtime";
import type { CreateInput } from "../gateway/inputs.ts";
import type { RoutingRule } from "./types.ts";

/** The gateways for a payment, in the order in which they are tried; none where no rule fits. */
export async function candidates<N extends string>(
  rules: readonly RoutingRule<N>[],
  input: CreateInput,
): Promise<readonly N[]> {
  const rule = rules.find((each) => fits(each, input));
  if (rule === undefined) return [];
  const first = rule.weights === undefined ? undefined : await drawn(rule.use, rule.weights, input.idempotencyKey);
  return [...new Set(first === undefined ? rule.use : [first, ...rule.use])];
}

function fits({ currencies, countries, methods, from, below }: RoutingRule, input: CreateInput): boolean {
  const { amount, method, billing } = input;
  return (
    (currencies?.includes(amount.currency) ?? true) &&
    (countries?.includes(billing?.country ?? "") ?? true) &&
    (methods?.includes(method.type) ?? true) &&
    (from === undefined || (from.currency === amount.currency && amount.amount >= from.amount)) &&
    (below === undefined || (below.currency === amount.currency && amount.amount < below.amount))
  );
}

/** A draw that is always the same for the same key: after a crash nothing starts anew elsewhere. */
async function drawn<N extends string>(
  use: readonly N[],
  weights: Readonly<Partial<Record<N, number>>>,
  key: string,
): Promise<N | undefined> {
  const shares = use.map((name) => [name, Math.max(0, weights[name] ?? 0)] as const);
  const sum = shares.reduce((all, [, share]) => all + share, 0);
  let place = (Number.parseInt((await deriveId(`router/${key}`)).slice(-8), 36) / 36 ** 8) * sum;
  for (const [name, share] of shares) {
    if (place < share) return name;
    place -= share;
  }
  return undefined;
}
