import type { KeyRecord, KeyStore } from "./key-store.ts";

/**
 * A key store for tests, and for merchants with one process that never stops. It forgets nothing while it lives.
 *
 * @example
 * const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", keyStore: memoryKeyStore() });
 */
export function memoryKeyStore(): KeyStore {
  return storeIn(new Map<string, string>());
}

/** Open keys at most, of a gateway without a store: the oldest are forgotten first. */
const mostOpen = 10_000;

/** What a gateway without a store remembers: keys whose outcome is open, and keys that are spent. */
export function openKeys(): KeyStore {
  const kept = new Map<string, string>();
  const { claim, complete } = storeIn(kept);
  return {
    claim,
    complete: async (key, record) => {
      await complete(key, record?.state === "completed" ? undefined : record);
      const [oldest] = kept.keys();
      if (kept.size > mostOpen && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** As text: nobody can change what is kept, and equal records are equal texts. */
function storeIn(kept: Map<string, string>): KeyStore {
  return {
    claim: async (key, record, instead) => {
      const there = kept.get(key);
      if (there !== undefined && there !== (instead && JSON.stringify(instead))) {
        const found: KeyRecord = JSON.parse(there);
        return found;
      }
      kept.set(key, JSON.stringify(record));
      return undefined;
    },
    complete: async (key, record) => {
      if (record === undefined) kept.delete(key);
      else kept.set(key, JSON.stringify(record));
    },
  };
}
