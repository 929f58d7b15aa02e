import type { CreatePaymentBody } from "@specie/hyperswitch";
import { createPayment as createServerPayment } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, idFromKey, writing } from "../context.ts";
import type { HyperswitchCreateInput } from "../inputs.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { writeCreate } from "../write/create.ts";
import { unblocked } from "./blocked.ts";
import { resolvePayment } from "./resolve.ts";
import { retrieve } from "./retrieve.ts";

/** The same key gives the same payment id: a repeat finds what the first one made. */
export async function create(
  context: Context,
  input: HyperswitchCreateInput,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const { idempotencyKey: key, amount, reference, captureMethod = "automatic" } = input;
  const intention: Intention<HyperswitchPayment> = {
    operation: "create",
    key,
    fingerprint: fingerprintOf(undefined, input),
    facts: { reference, amount, captureMethod },
    settings,
    seenBy: "provider",
    resolve: (token) => resolvePayment(context, token, settings),
    found: (_token, id) => retrieve(context, id, {}, settings, "create"),
  };
  return await once(context.safety, intention, async (_isRepeat, note) => {
    const body = writeCreate(input);
    await note({});
    return await send(context, input, body, settings);
  });
}

async function send(
  context: Context,
  input: HyperswitchCreateInput,
  body: CreatePaymentBody,
  settings: CallSettings | undefined,
): Promise<HyperswitchPayment> {
  const { idempotencyKey, amount, reference, captureMethod = "automatic" } = input;
  const call = createServerPayment(context.server, body, { ...settings, idempotencyKey });
  const answer = await answered(
    call,
    writing(context, "create", async () => {
      const id = await idFromKey("pay_", idempotencyKey);
      return compact({ idempotencyKey, id, paymentId: id, reference, amount, captureMethod });
    }),
  );
  return readPayment(unblocked(answer, "create"), answer);
}
