import type { Life } from "../network/life.ts";
import type { Random } from "../world/random.ts";
import type { VirtualTime } from "../world/time.ts";
import { secretIn } from "./secrets.ts";
import type { TestedStore } from "./subject.ts";

/** How the merchant's database behaves. */
export interface StoreWeather {
  /** How often a record can't be written. */
  risk: number;
}

interface Around {
  readonly life: Life;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly weather: StoreWeather;
  readonly leaked: (what: string) => void;
}

/**
 * The store as one process sees it: with a little latency, so that racing callers meet, and with a process that may die
 * before and after each step. Whatever the store's methods are, they are passed on as they are.
 */
export function storeOf(store: TestedStore, around: Around): TestedStore {
  const { life, time, random, weather, leaked } = around;
  const inspectAll = (input: readonly unknown[]): void => {
    const found = secretIn(input);
    if (found !== undefined) leaked(`the key store is given ${found}`);
  };
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return async (...input: readonly unknown[]): Promise<unknown> => {
        inspectAll(input);
        await life.step();
        await time.sleep(random.integer(1, 30));
        const fails = random.chance(weather.risk);
        if (fails && random.chance(0.5)) throw new Error("the database is away");
        const result: unknown = await Reflect.apply(method, target, input);
        await life.step();
        if (fails) throw new Error("the database did not answer");
        return result;
      };
    },
  });
}
