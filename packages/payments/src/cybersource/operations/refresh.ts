import { refreshPaymentStatus } from "@specie/cybersource/operations";
import { answered } from "../../gateway/answered.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, reading } from "../context.ts";
import type { AlternativeQuestion } from "../inputs.ts";
import type { CybersourcePayment } from "../read/bodies.ts";
import { readRefreshed } from "../read/refreshed.ts";

/** Asks the provider of a wallet or bank payment how it stands. */
export async function refresh(
  context: Context,
  id: string,
  question: AlternativeQuestion,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment> {
  const body = { processingInformation: { actionList: [question] } };
  return readRefreshed(await answered(refreshPaymentStatus(context.client, id, body, settings), reading("retrieve")));
}
