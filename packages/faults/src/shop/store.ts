import type { KeyStore } from "@specie/payments";
import type { Life } from "../network/life.ts";
import type { Random } from "../world/random.ts";
import type { VirtualTime } from "../world/time.ts";
import { secretIn } from "./secrets.ts";

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
 * The store as one process sees it: with a little latency, so that racing callers meet, with a database that is away now and
 * then, before or after it did what it was asked, and with a process that may die at each step.
 */
export function storeOf(store: KeyStore, around: Around): KeyStore {
  const { life, time, random, weather, leaked } = around;
  const ask = async <T>(given: unknown, act: () => Promise<T>): Promise<T> => {
    const secret = secretIn(given);
    if (secret !== undefined) leaked(`the key store is given ${secret}`);
    await life.step();
    await time.sleep(random.integer(1, 30));
    const fails = random.chance(weather.risk);
    if (fails && random.chance(0.5)) throw new Error("the database is away");
    const result = await act();
    await life.step();
    if (fails) throw new Error("the database did not answer");
    return result;
  };
  return {
    claim: (key, record, instead) => ask([key, record, instead], () => store.claim(key, record, instead)),
    complete: (key, record) => ask([key, record], () => store.complete(key, record)),
  };
}
