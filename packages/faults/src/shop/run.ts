import type { ProviderName } from "@specie/payments";
import { contractOf } from "../contract/contract.ts";
import { CybersourceFake } from "../fakes/cybersource/cybersource.ts";
import type { Fake, Hook, Surroundings } from "../fakes/fake.ts";
import { HyperswitchFake } from "../fakes/hyperswitch/hyperswitch.ts";
import { Ledger, type Origin } from "../fakes/ledger.ts";
import { RazorpayFake } from "../fakes/razorpay/razorpay.ts";
import { type FaultName, faults as injected } from "../network/fault.ts";
import { type Random, seeded } from "../world/random.ts";
import type { VirtualTime } from "../world/time.ts";
import { inWorld } from "../world/world.ts";
import { type Account, settle } from "./book.ts";
import { Merchant } from "./merchant.ts";
import type { Subject } from "./subject.ts";

/** One provider, or several behind a router. */
export type Scene = ProviderName | "router";

/** How a run went. */
export interface RunResult {
  readonly scene: Scene;
  readonly seed: string;
  readonly accounts: readonly Account[];
  /** Faults by the intent that they befell. */
  readonly faults: ReadonlyMap<string, number>;
  readonly executed: (intent: string) => number;
  /** What broke a promise, in words; empty when all is well. */
  readonly violations: readonly string[];
  /** What happened, line by line. */
  readonly story: readonly string[];
}

/** One merchant, one payment, one bad day. The same seed is the same day. */
export async function run(subject: Subject, scene: Scene, seed: string): Promise<RunResult> {
  const story: string[] = [];
  try {
    return await inWorld((time) => day(subject, scene, seed, time, story));
  } catch (error) {
    // A call that never ends, or a mistake in the program: that breaks every promise.
    const violations = [String(error)];
    return { scene, seed, accounts: [], faults: new Map(), executed: () => 0, violations, story };
  }
}

async function day(
  subject: Subject,
  scene: Scene,
  seed: string,
  time: VirtualTime,
  story: string[],
): Promise<RunResult> {
  const random = seeded(seed);
  const ledger = new Ledger();
  const violations: string[] = [];
  const faults = new Map<string, number>();
  /** Calls whose last write reached the provider. */
  const arrived = new Set<string>();
  const hooks: Hook[] = [];
  const start = time.now();
  const note = (line: string): void => {
    story.push(`${((time.now() - start) / 1000).toFixed(3).padStart(8)} ${line}`);
  };
  const blame = (problem: string): void => {
    violations.push(problem);
    note(`*** ${problem}`);
  };
  const worldOf = (provider: ProviderName): Surroundings => ({
    now: time.now,
    later: (milliseconds, act) => {
      time.start(act, milliseconds);
    },
    random,
    ledger,
    deliver: (hook) => {
      hooks.push(hook);
      const problem = contractOf(provider).problemOfWebhook(hook.name, JSON.parse(hook.body));
      if (problem !== undefined) blame(`contract: webhook ${hook.name}: ${problem}`);
    },
  });
  const providers = scene === "router" ? mixed(random) : [scene];
  const observer = {
    note,
    broken: (problem: string) => blame(`contract: ${problem}`),
    sent: ({ intent, call }: Origin, name: FaultName | undefined, isWrite: boolean) => {
      if (name !== undefined) faults.set(intent, (faults.get(intent) ?? 0) + 1);
      if (!isWrite) return;
      if (name !== undefined && injected[name].arrives === "never") arrived.delete(call);
      else arrived.add(call);
    },
  };
  const merchant = new Merchant({
    subject,
    scene,
    fakes: providers.map((provider) => fakeOf(provider, worldOf(provider), random.chance(0.25))),
    time,
    random,
    ledger,
    hooks,
    observer,
    blame,
  });
  await merchant.live();
  const accounts = merchant.intents.map((intent) =>
    settle(intent, {
      scene,
      idempotency: merchant.idempotencyOf(intent),
      hasStore: merchant.store !== undefined,
      ledger,
      arrived,
      intents: merchant.intents,
    }),
  );
  for (const account of accounts) for (const problem of account.violations) blame(problem);
  return { scene, seed, accounts, faults, executed: (intent) => ledger.moved(intent).length, violations, story };
}

/** Two or three providers, in any order: the first is asked first. */
function mixed(random: Random): readonly ProviderName[] {
  const names: readonly ProviderName[] = ["hyperswitch", "cybersource", "razorpay"];
  const drawn = names.map((name) => ({ name, order: random.next() })).toSorted((a, b) => a.order - b.order);
  return drawn.slice(0, random.integer(2, 3)).map(({ name }) => name);
}

function fakeOf(provider: ProviderName, world: Surroundings, isLate: boolean): Fake {
  if (provider === "hyperswitch") return new HyperswitchFake(world, isLate);
  return provider === "cybersource" ? new CybersourceFake(world) : new RazorpayFake(world, isLate);
}
