import type { ProviderName } from "@specie/payments";
import { CybersourceFake } from "../../src/fakes/cybersource/cybersource.ts";
import type { Fake, Hook, Surroundings } from "../../src/fakes/fake.ts";
import { HyperswitchFake } from "../../src/fakes/hyperswitch/hyperswitch.ts";
import { Ledger } from "../../src/fakes/ledger.ts";
import { RazorpayFake } from "../../src/fakes/razorpay/razorpay.ts";
import type { Json } from "../../src/json.ts";
import { Life } from "../../src/network/life.ts";
import { Network } from "../../src/network/network.ts";
import { seeded } from "../../src/world/random.ts";
import type { VirtualTime } from "../../src/world/time.ts";
import { inWorld } from "../../src/world/world.ts";

/** A fake with a quiet network in front of it, and all that was noticed. */
export interface Counter {
  readonly time: VirtualTime;
  readonly ledger: Ledger;
  readonly hooks: readonly Hook[];
  readonly broken: readonly string[];
  send(
    method: string,
    path: string,
    body?: object,
    headers?: object,
  ): Promise<{ status: number; body: Json | undefined }>;
}

export function at<T>(
  provider: ProviderName,
  act: (counter: Counter) => Promise<T>,
  options: { readonly isLate?: boolean; readonly intent?: string } = {},
): Promise<T> {
  return inWorld(async (time) => {
    const random = seeded("test");
    const ledger = new Ledger();
    const hooks: Hook[] = [];
    const broken: string[] = [];
    const world: Surroundings = {
      now: time.now,
      later: (milliseconds, later) => {
        time.start(later, milliseconds);
      },
      random,
      ledger,
      deliver: (hook) => {
        hooks.push(hook);
      },
    };
    const observer = {
      note: () => undefined,
      sent: () => undefined,
      broken: (problem: string) => broken.push(problem),
    };
    const network = new Network(fakeOf(provider, world, options.isLate ?? false), time, random, { risk: 0 }, observer);
    const fetch = network.fetchOf(new Life("test"));
    const send: Counter["send"] = async (method, path, body, headers = {}) => {
      const own = { "api-key": "x", "x-run-intent": options.intent ?? "intent-1", "x-run-call": "call-1", ...headers };
      const init = { method, headers: own, redirect: "manual" as const };
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`https://provider.example${path}`, { ...init, ...content });
      const text = await answer.text();
      return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
    };
    return await act({ time, ledger, hooks, broken, send });
  });
}

function fakeOf(provider: ProviderName, world: Surroundings, isLate: boolean): Fake {
  if (provider === "hyperswitch") return new HyperswitchFake(world, isLate);
  return provider === "cybersource" ? new CybersourceFake(world) : new RazorpayFake(world, isLate);
}
