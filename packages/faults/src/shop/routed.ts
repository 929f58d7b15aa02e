import type { KeyStore } from "@specie/payments";
import type { Attempt, Subject, TestedGateway } from "./subject.ts";

interface Options {
  readonly keyStore?: KeyStore | undefined;
  readonly clock: () => number;
  /** Told everything that an audit trail shows. */
  readonly watch: (shown: unknown) => void;
  /** Whether the merchant's own rule takes a declined payment elsewhere. */
  readonly triesDeclined: boolean;
}

/** A router over these gateways, in the form of a gateway that can only create. */
export function routed(subject: Subject, all: readonly TestedGateway[], options: Options): TestedGateway {
  const { keyStore, clock, watch, triesDeclined } = options;
  const [first] = all;
  if (first === undefined) throw new Error("nobody to route to");
  const gateways = Object.fromEntries(all.map((gateway) => [nameOf(gateway), gateway]));
  const [start = "", ...others] = all.map(nameOf);
  const router = subject.createRouter({
    gateways,
    rules: [{ use: [start, ...others] }],
    declines: () => triesDeclined,
    onAttempt: (trail: readonly Attempt[]) => watch(trail),
    clock,
    ...(keyStore === undefined ? {} : { keyStore }),
  });
  return {
    ...first,
    capabilities: {
      ...first.capabilities,
      idempotency: { create: keyStore === undefined ? "best_effort" : "store" },
    },
    create: async (input, settings) => {
      const { payment, trail } = await router.create(input, settings);
      watch(trail);
      return payment;
    },
    resolve: async (token, settings) => {
      const owner = all.find(({ provider }) => provider === token.provider);
      if (owner === undefined) throw new Error("nobody to resolve it");
      return await owner.resolve(token, settings);
    },
  };
}

/** Names of the merchant's own. */
function nameOf({ provider }: TestedGateway): string {
  return `our_${provider}`;
}
