import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Capability } from "../../src/gateway/capabilities/capability.ts";
import { capabilityTitles } from "../../src/gateway/capabilities/titles.ts";
import type { Gateway } from "../../src/gateway/gateway.ts";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import type { PaymentRef } from "../../src/gateway/references.ts";
import { supports } from "../../src/gateway/supports.ts";
import { readContract } from "./contract.ts";
import { wellFormed } from "./invariants.ts";
import { network } from "./network.ts";
import { type Everything, scenarios } from "./scenarios.ts";
import type { Material, Road, Subject, Way } from "./subject.ts";
import { summary } from "./summary.ts";
import { agreements, expectations } from "./tables.ts";

const silent = async (): Promise<void> => {};

/**
 * The one suite that every gateway passes, against the mock of its provider's own contract. Gives the mock, for tests of
 * what only one gateway has: a second one would take seconds to learn the contract again.
 */
export function conform(subject: Subject): () => Mock {
  const contract = readContract(subject.document);
  const { fetch, called, play } = network(contract);
  let mock: Mock;
  let gateway: Gateway;
  beforeAll(async () => {
    mock = await startMock(subject.document);
  });
  // A new one each time: a gateway remembers what it does not know the outcome of.
  beforeEach(() => {
    gateway = subject.connect({ baseUrl: mock.url, fetch, sleep: silent });
  });
  afterAll(() => mock.close());

  const isThere = (capability: Capability): boolean => supports(gateway, capability);
  const ref = (given: Partial<Material> = {}): PaymentRef => ({ ...subject.material, ...given }).payment;

  /** What comes of it, be it a result or an exception; and that both sides kept the contract. */
  async function outcome(capability: keyof typeof scenarios, way: Way, given: Partial<Material> = {}, tested?: string) {
    mock.reset();
    play(way.examples, tested);
    const material = { ...subject.material, ...way.given, ...given };
    // Callers without types call what is not there, too.
    const found: unknown = await scenarios[capability](gateway as Everything, material).catch(
      (error: unknown) => error,
    );
    expect(mock.violations()).toEqual([]);
    return found;
  }

  describe("the tables", () => {
    it.each(agreements(subject, contract))("%s", (_, missing) => {
      expect(missing).toEqual([]);
    });
  });

  describe("every named example", () => {
    it.each(expectations(subject, contract))("%s: %s is %s", async (key, name, expected) => {
      const [id = ""] = key.split(" ");
      const road = subject.roads[key] as Road;
      const example = contract.operations.get(id)?.examples.get(name);
      const given = road.byOwnId ? { payment: ownId(example?.body), refund: ownId(example?.body) } : {};
      const way = { ...road, examples: { [id]: "$", ...road.examples } };
      const found = await outcome(road.through, way, given, name);
      expect(called).toContain(id);
      expect(summary(found)).toBe(expected);
      wellFormed(found, gateway.provider);
    });
  });

  describe("every capability", () => {
    const capabilities = Object.keys(scenarios) as readonly (keyof typeof scenarios)[];
    it("is shown", () => {
      expect(new Set<string>([...capabilities, "verifyWebhook"])).toEqual(new Set(Object.keys(capabilityTitles)));
    });
    it.each(capabilities)("%s", async (capability) => {
      const road = Object.values(subject.roads).find(({ through }) => through === capability);
      const way = subject.ways[capability] ?? road ?? {};
      const examples = withoutTested(way.examples);
      play(examples);
      // What can't be done is refused without a look at the payment; so it is given, and not its id alone.
      const given = isThere(capability) ? {} : { payment: await gateway.retrieve(ref(way.given)) };
      const found = await outcome(capability, { ...way, examples }, given);
      const { provider } = gateway;
      if (isThere(capability)) {
        wellFormed(found, provider);
        expect(summary(found)).not.toMatch(/^!/);
        expect(called.length).toBeGreaterThan(0);
      } else {
        expect(found).toBeInstanceOf(PaymentsError);
        const code = way.refused ?? "unsupported_operation";
        expect(found).toMatchObject({ code, provider, safeToRetry: true });
        expect(called).toEqual([]);
      }
    });
  });

  describe("every event", () => {
    it.each(Object.entries(subject.events))("%s is %s", async (name, expected) => {
      const body = JSON.stringify(contract.events.get(name));
      const own = await subject.deliver(body);
      const event = await gateway.verifyWebhook(own);
      expect(summary(event)).toBe(expected);
      wellFormed(event, gateway.provider);
      const forged = { ...own, body: `${body} ` };
      await expect(gateway.verifyWebhook(forged)).rejects.toMatchObject({ code: "webhook_signature_invalid" });
    });
  });
  return () => mock;
}

function ownId(body: unknown): string {
  return String((body as { readonly id?: unknown } | undefined)?.id ?? "7637530000000000000001");
}

/** Where no example is under test, the operation answers its first one. */
function withoutTested(examples: Way["examples"] = {}): NonNullable<Way["examples"]> {
  return Object.fromEntries(Object.entries(examples).filter(([, names]) => ![names].flat().includes("$")));
}
