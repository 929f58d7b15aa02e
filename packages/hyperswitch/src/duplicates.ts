import { deriveId, invoke, NetworkError, type Operation } from "@specie/runtime";
import { DuplicateError } from "./duplicate-error.ts";
import { type Recovery, resultOf, type Settled } from "./recovered-call.ts";

interface Kind {
  /** The body's field that holds the id, and how an id that is made from a key starts. */
  readonly id: string;
  readonly prefix: string;
  readonly retrieve: Operation;
  /** Fields that must be the same in what was asked for and in what is there. */
  readonly same: readonly string[];
}

/**
 * A payment or refund that was made with an idempotency key and is refused because its id is taken was made before: it
 * is retrieved and given back, when it is what was asked for. Otherwise the call fails with a DuplicateError.
 */
export function recoverDuplicate({ id, prefix, retrieve, same }: Kind): Recovery {
  return (client, first, input, options) => {
    const key = input.options?.idempotencyKey;
    return key === undefined ? undefined : look(key);

    async function look(key: string): Promise<Settled> {
      const result = await resultOf(first);
      if (result.status !== 400 || result.ok || result.error.code !== "HE_01") return { result, call: first };
      const asked = asRecord(input.body);
      const params = [asked[id] ?? prefix + (await deriveId(key))];
      const second = client[invoke](retrieve, { params, options: options() });
      const found = await resultOf(second);
      if ("sent" in found && !found.sent) {
        // The look was not sent: this call was, and what its id is taken by is not known.
        const { provider, operation, method, path } = result.error;
        const error = new NetworkError({ provider, operation, method, path }, true, found.error);
        return { result: { ...found, status: "network", sent: true, error }, call: second };
      }
      // Whether it was made is not known now: that is what the caller has to learn.
      if (!found.ok && !("httpStatus" in found && found.httpStatus === 404)) return { result: found, call: second };
      if (found.ok && agrees(same, asked, asRecord(found.data))) return { result: found, call: second };
      return { result: { ...result, error: new DuplicateError(result.error) }, call: first };
    }
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** A refund without an amount is for all that was captured; what was left out cannot disagree. */
function agrees(same: readonly string[], asked: Fields, found: Fields): boolean {
  return same.every((name) => asked[name] === undefined || asked[name] === null || asked[name] === found[name]);
}

function asRecord(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
