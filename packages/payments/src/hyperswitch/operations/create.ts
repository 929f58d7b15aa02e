import { createPayment as createServerPayment } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, idFromKey, writing } from "../context.ts";
import type { HyperswitchCreateInput } from "../inputs.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { writeCreate } from "../write/create.ts";
import { unblocked } from "./blocked.ts";

/** The same key gives the same payment id: a repeat finds what the first one made. */
export async function create(
  { server }: Context,
  input: HyperswitchCreateInput,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const { idempotencyKey, amount, reference } = input;
  const call = createServerPayment(server, writeCreate(input), { ...settings, idempotencyKey });
  const answer = await answered(
    call,
    writing("create", async () => {
      const id = await idFromKey("pay_", idempotencyKey);
      return compact({ idempotencyKey, id, paymentId: id, reference, amount });
    }),
  );
  return readPayment(unblocked(answer, "create"), answer);
}
