import type { Gateway } from "./gateway.ts";
import { PaymentsError } from "./payments-error.ts";

/**
 * The gateway with a refusal under every operation that it lacks: `unsupported_operation`, before anything is sent. They
 * are for callers without types; neither the type nor `Object.keys` shows them.
 */
export function withRefusals<G extends Gateway>(gateway: G): G {
  const whole: G = { ...gateway };
  for (const [capability, { support, note }] of Object.entries(gateway.capabilities.operations)) {
    const [group = "", method] = capability.split(".");
    if (support !== "none") continue;
    const refusal = refuse(gateway, capability, note);
    if (method === undefined) hide(whole, group, refusal);
    else if (groups.has(group)) hide(groupOf(whole, group), method, refusal);
  }
  return whole;
}

/** Elsewhere a dot is before an option. */
const groups: ReadonlySet<string> = new Set(["customers", "savedMethods", "disputes"]);

/** The group itself, which belongs to this gateway, or an empty one. */
function groupOf(gateway: object, group: string): object {
  const found: unknown = Reflect.get(gateway, group);
  if (typeof found === "object" && found !== null) return found;
  const empty = {};
  hide(gateway, group, empty);
  return empty;
}

function hide(target: object, name: string, value: unknown): void {
  if (!Object.hasOwn(target, name)) Object.defineProperty(target, name, { value });
}

function refuse({ provider }: Gateway, operation: string, hint: string | undefined): () => Promise<never> {
  const error = (): PaymentsError =>
    new PaymentsError({ code: "unsupported_operation", provider, operation, hint, nothingSent: true });
  // A list is read later, so there is no promise to reject.
  if (operation === "disputes.list" || operation === "customers.list") {
    return () => {
      throw error();
    };
  }
  return async () => {
    throw error();
  };
}
