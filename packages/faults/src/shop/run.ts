import type { ProviderName } from "@specie/payments";
import { contractOf } from "../contract/contract.ts";
import { CybersourceFake } from "../fakes/cybersource/cybersource.ts";
import type { Fake, Hook, Surroundings } from "../fakes/fake.ts";
import { HyperswitchFake } from "../fakes/hyperswitch/hyperswitch.ts";
import { Ledger, type Origin } from "../fakes/ledger.ts";
import { RazorpayFake } from "../fakes/razorpay/razorpay.ts";
import { type FaultName, faults as injected } from "../network/fault.ts";
import { seeded } from "../world/random.ts";
import type { VirtualTime } from "../world/time.ts";
import { inWorld } from "../world/world.ts";
import { type Account, settle } from "./book.ts";
import { Merchant } from "./merchant.ts";
import type { Subject } from "./subject.ts";

/** How a run went. */
export interface RunResult {
  readonly provider: ProviderName;
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
export function run(subject: Subject, provider: ProviderName, seed: string): Promise<RunResult> {
  return inWorld((time) => day(subject, provider, seed, time));
}

async function day(subject: Subject, provider: ProviderName, seed: string, time: VirtualTime): Promise<RunResult> {
  const random = seeded(seed);
  const ledger = new Ledger();
  const story: string[] = [];
  const violations: string[] = [];
  const faults = new Map<string, number>();
  /** Calls whose last request never reached the provider. */
  const turnedAway = new Set<string>();
  const hooks: Hook[] = [];
  const start = time.now();
  const note = (line: string): void => {
    story.push(`${((time.now() - start) / 1000).toFixed(3).padStart(8)} ${line}`);
  };
  const blame = (problem: string): void => {
    violations.push(problem);
    note(`*** ${problem}`);
  };
  const world: Surroundings = {
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
  };
  const observer = {
    note,
    broken: (problem: string) => blame(`contract: ${problem}`),
    sent: ({ intent, call }: Origin, name: FaultName | undefined) => {
      if (name !== undefined) faults.set(intent, (faults.get(intent) ?? 0) + 1);
      if (name !== undefined && injected[name].arrives === "never") turnedAway.add(call);
      else turnedAway.delete(call);
    },
  };
  const merchant = new Merchant({
    subject,
    fake: fakeOf(provider, world, random.chance(0.25)),
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
      idempotency: merchant.idempotencyOf(intent),
      hasStore: merchant.store !== undefined,
      ledger,
      turnedAway,
      intents: merchant.intents,
    }),
  );
  for (const account of accounts) for (const problem of account.violations) blame(problem);
  return { provider, seed, accounts, faults, executed: (intent) => ledger.moved(intent).length, violations, story };
}

function fakeOf(provider: ProviderName, world: Surroundings, isLate: boolean): Fake {
  if (provider === "hyperswitch") return new HyperswitchFake(world, isLate);
  return provider === "cybersource" ? new CybersourceFake(world) : new RazorpayFake(world, isLate);
}
