import { describe, expect, it } from "vitest";
import { type KeyRecord, type KeyStore, memoryKeyStore, PaymentsError } from "../../src/index.ts";
import type { Answering } from "../support/answering.ts";
import { connect, isLook, key, pan, type Row, rows, start } from "./subjects.ts";

const named = rows.map((row) => [`${row.name} ${row.operation}`, row] as const);
const stored = named.filter(([, { native }]) => !native);
const hour = 3_600_000;

async function failureOf(promise: Promise<unknown>): Promise<PaymentsError> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (error instanceof PaymentsError) return error;
  throw new Error(`no PaymentsError: ${JSON.stringify(error)}`);
}

/** The answers to the call up to the one that moves money, which is answered so. */
function answersWith({ name, operation, ok }: Row, last: Answering): readonly Answering[] {
  return name === "razorpay" && operation === "create" ? [...ok.slice(0, 1), last] : [last];
}

function lostAnswers(row: Row): readonly Answering[] {
  return answersWith(row, new Error("cut"));
}

/** A store whose steps are kept, and may fail. */
function watched(fails: "claim" | "complete" | "none" = "none") {
  const { claim, complete } = memoryKeyStore();
  const records: (KeyRecord | undefined)[] = [];
  const keyStore: KeyStore = {
    claim: async (name, record, instead) => {
      if (fails === "claim") throw new Error("the database is away");
      records.push(record);
      return await claim(name, record, instead);
    },
    complete: async (name, record) => {
      records.push(record);
      if (fails === "complete") throw new Error("the database is away");
      await complete(name, record);
    },
  };
  return { keyStore, records };
}

describe("what the capabilities say", () => {
  it.each(named)("of %s is true with a store and without", (_, { name, operation, native }) => {
    const said = (keyStore?: KeyStore) => connect(name, { keyStore }).gateway.capabilities.idempotency;
    expect(Reflect.get(said(), operation)).toBe(native ? "native" : "best_effort");
    expect(Reflect.get(said(memoryKeyStore()), operation)).toBe(native ? "native" : "store");
  });
});

describe("one flight a key", () => {
  it.each(named)("%s twice at once is sent once, and both have its result", async (_, { name, call, ok }) => {
    const { gateway, sent } = connect(name, {}, ...ok);
    const [one, two] = await Promise.all([call(gateway), call(gateway)]);
    expect(one).toBe(two);
    expect(sent).toHaveLength(ok.length);
  });

  it.each(named)("%s at once with another input is refused, and not sent", async (_, { name, call, ok, other }) => {
    const { gateway, sent } = connect(name, {}, ...ok);
    const first = call(gateway);
    expect(await failureOf(call(gateway, other))).toMatchObject({ code: "duplicate", safeToRetry: false });
    await first;
    expect(sent).toHaveLength(ok.length);
  });

  it.each(named)("%s with another key is another call", async (_, { name, call, ok }) => {
    const { gateway, sent } = connect(name, {}, ok[0] ?? new Error("none"));
    await Promise.allSettled([call(gateway), call(gateway, { idempotencyKey: `${key}/2` })]);
    expect(sent.filter((each) => !isLook(each)).length).toBeGreaterThanOrEqual(2);
  });

  it.each(named)("%s without a key is refused before anything is sent", async (_, { name, call, ok }) => {
    for (const idempotencyKey of ["", undefined, 7, "\ud800"]) {
      const { gateway, sent } = connect(name, {}, ...ok);
      const error = await failureOf(call(gateway, { idempotencyKey }));
      expect(error).toMatchObject({ code: "invalid_request", field: "idempotencyKey", safeToRetry: true });
      expect(sent).toEqual([]);
    }
  });
});

describe("a repeat", () => {
  it.each(named)("of %s is looked up first, in the same process", async (_, row) => {
    const { name, call, absent, native } = row;
    const lost = lostAnswers(row);
    const { gateway, sent } = connect(name, {}, ...lost, ...absent, new Error("cut"));
    expect((await failureOf(call(gateway))).code).toBe("outcome_unknown");
    expect(sent.filter(isLook)).toEqual([]);
    await failureOf(call(gateway));
    const again = sent.slice(lost.length);
    expect(again[0] && isLook(again[0])).toBe(true);
    expect(again.every(isLook)).toBe(!native);
  });

  it.each(stored)("of %s in a new process is only looked up, until there is proof", async (_, row) => {
    const { name, call, absent } = row;
    const { keyStore } = watched();
    await failureOf(call(connect(name, { keyStore }, ...lostAnswers(row)).gateway));
    const { gateway, sent } = connect(name, { keyStore, later: 1_000 }, ...absent);
    const error = await failureOf(call(gateway));
    expect(error).toMatchObject({ code: "outcome_unknown", safeToRetry: false, outcome: { idempotencyKey: key } });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every(isLook)).toBe(true);
  });

  it.each(stored)("of %s after a crash is only looked up", async (_, row) => {
    const { name, call, absent } = row;
    const { keyStore, records } = watched();
    // The process dies with its call on the way: nothing after the claim is ever written.
    const dying: KeyStore = { claim: keyStore.claim, complete: () => new Promise(() => {}) };
    void call(connect(name, { keyStore: dying }, ...lostAnswers(row)).gateway).catch(() => {});
    await expect.poll(() => records.length).toBeGreaterThan(0);
    const { gateway, sent } = connect(name, { keyStore, later: 1_000 }, ...absent);
    expect(await failureOf(call(gateway))).toMatchObject({ code: "outcome_unknown" });
    expect(sent.every(isLook)).toBe(true);
  });

  it.each(stored.filter(([, { name }]) => name !== "cybersource"))(
    "of %s is sent when it is proved that nothing was done",
    async (_, row) => {
      const { name, call, absent, ok } = row;
      const { keyStore } = watched();
      await failureOf(call(connect(name, { keyStore }, ...lostAnswers(row)).gateway));
      const { gateway, sent } = connect(name, { keyStore, later: hour }, ...absent, ...ok);
      await call(gateway);
      expect(sent.filter((each) => !isLook(each)).length).toBeGreaterThan(0);
      expect(sent[0] && isLook(sent[0])).toBe(true);
    },
  );

  it.each(named.filter(([, { name }]) => name === "cybersource"))(
    "of %s is never sent: that nothing is found proves nothing",
    async (_, row) => {
      const { keyStore } = watched();
      await failureOf(row.call(connect(row.name, { keyStore }, ...lostAnswers(row)).gateway));
      const { gateway, sent } = connect(row.name, { keyStore, later: 1000 * hour }, ...row.absent);
      expect(await failureOf(row.call(gateway))).toMatchObject({ code: "outcome_unknown" });
      expect(sent.every(isLook)).toBe(true);
    },
  );

  it.each(stored)("of %s that was answered is read, not sent", async (_, { name, call, ok, other }) => {
    const { keyStore } = watched();
    await call(connect(name, { keyStore }, ...ok).gateway);
    const { gateway, sent } = connect(name, { keyStore }, new Error("cut"));
    expect(await failureOf(call(gateway))).toMatchObject({ code: "outcome_unknown" });
    expect(await failureOf(call(gateway, other))).toMatchObject({ code: "duplicate" });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every(isLook)).toBe(true);
  });

  it.each(named)("of %s that was refused is sent again", async (_, { name, call, ok }) => {
    const { keyStore, records } = watched();
    const refused = connect(name, { keyStore }, [429, ""]).gateway;
    expect(await failureOf(call(refused))).toMatchObject({ code: "rate_limited", safeToRetry: true });
    expect(records.at(-1)).toBeUndefined();
    const { gateway, sent } = connect(name, { keyStore }, ...ok);
    await call(gateway);
    expect(sent[0] && isLook(sent[0])).toBe(false);
  });
});

describe("a 2xx that does not say what was made", () => {
  it.each(named)("by %s leaves its outcome unknown, and its key taken", async (_, row) => {
    for (const unreadable of ["null", '"ok"', "[]", "{}"]) {
      const { keyStore, records } = watched();
      const { gateway } = connect(
        row.name,
        { keyStore },
        ...answersWith(row, [row.name === "cybersource" ? 201 : 200, unreadable]),
      );
      const error = await failureOf(row.call(gateway));
      expect(error).toMatchObject({ code: "outcome_unknown", safeToRetry: false });
      expect(error.outcome).toMatchObject({ operation: row.operation, idempotencyKey: key });
      expect(records.at(-1)?.state).toBe("unknown");
    }
  });
});

describe("a 2xx that breaks the contract", () => {
  /** What answers may hold that the short ones here lack. */
  const besides = [
    ...["captures", "refunds", "disputes", "attempts", "incremental_authorizations", "payment_method_data"],
    ...["card", "upi", "acquirer_data", "notes", "errorInformation", "paymentInformation", "_embedded"],
  ];

  it.each(named)(
    "by %s is read, or leaves its outcome unknown: it is never a mistake in the program",
    async (_, row) => {
      const [status, body] = (row.ok.at(-1) ?? []) as readonly [number, Record<string, unknown>];
      for (const name of new Set([...Object.keys(body), ...besides])) {
        for (const wrong of [1, "x", true, {}, [null], [1], null]) {
          const { keyStore, records } = watched();
          const { gateway } = connect(
            row.name,
            { keyStore },
            ...answersWith(row, [status, { ...body, [name]: wrong }]),
          );
          const said = `${name}: ${JSON.stringify(wrong)}`;
          const error = await row.call(gateway).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          if (error === undefined) continue;
          expect(error, said).toBeInstanceOf(PaymentsError);
          if ((error as PaymentsError).code !== "outcome_unknown") continue;
          expect((error as PaymentsError).outcome, said).toMatchObject({
            operation: row.operation,
            idempotencyKey: key,
          });
          expect(records.at(-1)?.state, said).toBe("unknown");
        }
      }
    },
  );
});

describe("a look that fails", () => {
  const gates: readonly Answering[] = [[429, ""], [401, {}], [503, ""], new Error("cut")];
  it.each(named)("before a repeat of %s never says that it is safe to go on", async (_, row) => {
    for (const gate of gates) {
      const { gateway } = connect(row.name, {}, ...lostAnswers(row), gate);
      await failureOf(row.call(gateway));
      expect(await failureOf(row.call(gateway))).toMatchObject({ code: "outcome_unknown", safeToRetry: false });
    }
  });
});

describe("a store that fails", () => {
  it.each(named)("before %s stops it: nothing is sent", async (_, { name, call, ok }) => {
    const { gateway, sent } = connect(name, watched("claim"), ...ok);
    expect(await failureOf(call(gateway))).toMatchObject({ code: "conflict", safeToRetry: false });
    expect(sent).toEqual([]);
  });

  it.each(named)("after %s changes nothing about what was done", async (_, { name, call, ok }) => {
    const { gateway } = connect(name, watched("complete"), ...ok);
    const made: { readonly warnings?: readonly object[] } = await call(gateway);
    expect(made.warnings).toContainEqual(expect.objectContaining({ field: "idempotencyKey" }));
  });
});

describe("two processes", () => {
  it.each(stored)("that do %s at once send it once", async (_, { name, call, ok, absent }) => {
    const { keyStore } = watched();
    const one = connect(name, { keyStore }, ...ok);
    const two = connect(name, { keyStore }, ...absent);
    const ends = await Promise.allSettled([call(one.gateway), call(two.gateway)]);
    expect(ends.map(({ status }) => status)).toContain("fulfilled");
    expect(two.sent.every(isLook)).toBe(true);
  });

  it("that both have the proof take a key over once", async () => {
    const store = memoryKeyStore();
    const [, row] = stored[0] ?? [];
    if (row === undefined) throw new Error("no row");
    const record: KeyRecord = {
      fingerprint: "1",
      state: "unknown",
      outcome: { version: 1, provider: row.name, operation: row.operation, sentAt: "2026-11-20T12:00:00.000Z" },
    };
    await store.claim("k", record);
    const next: KeyRecord = { ...record, state: "in_progress" };
    expect(await store.claim("k", next, record)).toBeUndefined();
    expect(await store.claim("k", next, record)).toEqual(next);
  });
});

describe("a process that sleeps between its claim and its sending", () => {
  it("does not send what was undone or taken over meanwhile", async () => {
    const [, row] = named.find(([name]) => name === "cybersource capture") ?? [];
    if (row === undefined) throw new Error("no row");
    const { keyStore, records } = watched();
    let now = start;
    const slow: KeyStore = {
      ...keyStore,
      claim: async (name, record, instead) => {
        const there = await keyStore.claim(name, record, instead);
        if (instead === undefined) {
          now += hour;
          await keyStore.complete(name, { ...record, state: "undone" });
        }
        return there;
      },
    };
    const { gateway, sent } = connect(row.name, { keyStore: slow, clock: () => now }, ...row.ok);
    expect(await failureOf(row.call(gateway))).toMatchObject({ code: "conflict", safeToRetry: false });
    expect(sent).toEqual([]);
    expect(records.at(-2)).toMatchObject({ state: "undone" });
  });
});

describe("what is kept and told", () => {
  it.each(named)("of %s holds no card and no credential, and survives JSON", async (_, row) => {
    const { keyStore, records } = watched();
    const { gateway } = connect(row.name, { keyStore }, ...lostAnswers(row));
    const error = await failureOf(row.call(gateway));
    await row.call(connect(row.name, { keyStore: undefined }, ...row.ok).gateway);
    const told = JSON.stringify([records, error, error.outcome]) + error.message;
    for (const secret of [pan, '"987"', "snd_EXAMPLE", "example_key_secret", "ZXhhbXBsZS1zaGFyZWQ"])
      expect(told).not.toContain(secret);
    expect(JSON.parse(JSON.stringify(error.outcome))).toStrictEqual(error.outcome);
    expect(error.outcome?.sentAt).toBe("2026-11-20T12:00:00.000Z");
    const open = records.find((record) => record?.state === "in_progress");
    expect(JSON.parse(JSON.stringify(open))).toStrictEqual(open);
  });
});
