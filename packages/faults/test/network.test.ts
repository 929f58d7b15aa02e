import { describe, expect, it } from "vitest";
import { HyperswitchFake } from "../src/fakes/hyperswitch/hyperswitch.ts";
import { Ledger } from "../src/fakes/ledger.ts";
import { type FaultName, faults } from "../src/network/fault.ts";
import { Life } from "../src/network/life.ts";
import { Network } from "../src/network/network.ts";
import { type Random, seeded } from "../src/world/random.ts";
import { inWorld } from "../src/world/world.ts";

const body = JSON.stringify({ payment_id: "pay_demo0000000000000000000001", amount: 6540, currency: "USD" });
const headers = { "api-key": "x", "x-run-intent": "intent-1", "x-run-call": "call-1" };

/** What the caller sees of one create under one fault, and how often the provider acted. */
function under(name: FaultName, life = new Life("test")) {
  return inWorld(async (time) => {
    const seed = seeded("test");
    const random: Random = { ...seed, chance: (odds) => odds === 1, weighted: () => name as never };
    const ledger = new Ledger();
    const world = { now: time.now, later: () => undefined, random, ledger, deliver: () => undefined };
    const observer = { note: () => undefined, sent: () => undefined, broken: () => undefined };
    const network = new Network(new HyperswitchFake(world), time, random, { risk: 1 }, observer);
    const sent = network.fetchOf(life)("https://x.example/payments", {
      method: "POST",
      headers,
      body,
      redirect: "manual",
    });
    const seen = sent.then(
      async (answer) => `${answer.status} ${await answer.text().catch(() => "cut")}`,
      (error: Error) => String((error.cause as { code: string }).code),
    );
    const nothing = time.sleep(200_000).then(() => "nothing");
    return { seen: await Promise.race([seen, nothing]), acted: ledger.effects.length };
  });
}

describe("the network", () => {
  it.each(Object.keys(faults) as FaultName[])("does %s as it says", async (name) => {
    const { arrives, ends } = faults[name];
    const { seen, acted } = await under(name);
    expect(acted).toBe(arrives === "never" ? 0 : 1);
    if (ends === "silence") expect(seen).toBe("nothing");
    else if (ends === "unsent") expect(seen).toBe("ECONNREFUSED");
    else if (ends === "cut") expect(seen).toBe("ECONNRESET");
    else if (ends === "cut_in_body") expect(seen).toBe("200 cut");
    else if (ends === "answer") expect(seen).toMatch(/^200 \{.*\}$/);
    else if (ends === "truncated") expect(() => JSON.parse(seen.slice(4))).toThrow();
    else if (ends === "html") expect(seen).toMatch(/^200 <!doctype/);
    else if (ends === "empty") expect(seen).toBe("200 ");
    else expect(seen).toMatch(new RegExp(`^${ends.status} `));
  });

  it("lets the provider act for a process that dies, which hears nothing of it", async () => {
    const { seen, acted } = await under("late_arrival", new Life("test", 1));
    expect({ seen, acted }).toEqual({ seen: "nothing", acted: 1 });
  });
});
