import { createTimeoutReversal, createTimeoutVoid } from "@specie/cybersource/operations";
import { deriveId } from "@specie/runtime";
import { type Answer, answered, lostCall } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { text } from "../../gateway/reading.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { UnknownOutcome } from "../../gateway/unknown-outcome.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import type { CancellationStatus } from "../../model/statuses.ts";
import { checkToken, iso } from "../../safety/quiet.ts";
import type { Undone } from "../../safety/resolution.ts";
import { spend } from "../../safety/spend.ts";
import { type Context, provider, writing } from "../context.ts";
import { unlistedCancellationStatus } from "../maps/step-status.ts";
import { readAmount } from "../read/amount.ts";
import type { ReversalBody, VoidBody } from "../read/bodies.ts";
import { writeMoney } from "../write/money.ts";

const operation = "undo";

/** As CyberSource asks for: what is under way may still arrive before. */
const wait = 60_000;

/**
 * A timeout reversal of an authorization, a timeout void of anything else, by the transactionId that is made of the key.
 * Nothing else may be sent with that key afterwards.
 */
export async function undo(context: Context, token: UnknownOutcome, settings?: CallSettings): Promise<Undone> {
  checkToken(token, provider, operation);
  const kind = kindOf(token);
  const { idempotencyKey: key, amount, sentAt, sendsUntil = sentAt } = token;
  if (key === undefined) throw unable(token);
  const from = Math.max(Date.parse(sentAt) + wait, Date.parse(sendsUntil));
  if (context.clock() < from) {
    const problem = `not before ${iso(from)}: what was sent may still arrive`;
    throw new PaymentsError({ code: "invalid_state", provider, operation, problem, nothingSent: true });
  }
  const clientReferenceInformation = { transactionId: await deriveId(key) };
  const reversalInformation = amount && { amountDetails: writeMoney(amount, operation) };
  await spend(context.safety, token);
  const write = { ...writing(context, operation, token), outcome: () => token };
  try {
    const answer =
      kind === "void"
        ? await answered(createTimeoutVoid(context.client, { clientReferenceInformation }, settings), write)
        : await answered(
            createTimeoutReversal(context.client, given({ clientReferenceInformation, reversalInformation }), settings),
            write,
          );
    const undone = readUndone(answer, kind);
    if (undone !== undefined) return undone;
    throw await lostCall(write, "the answer does not say what became of it", undefined);
  } catch (error) {
    return await afterRefusal(error, kind, context, token);
  }
}

/** For sales and captures CyberSource releases the authorization too. */
function kindOf(token: UnknownOutcome): Undone["kind"] {
  const { operation: asked, captureMethod } = token;
  if (asked === "capture" || asked === "refund" || asked === "credit") return "void";
  if (captureMethod === undefined || (asked !== "create" && asked !== "completeAction")) throw unable(token);
  return captureMethod === "automatic" ? "void" : "reversal";
}

function unable({ operation: asked }: UnknownOutcome): PaymentsError {
  const problem = "only a payment, capture, refund or credit can be undone";
  return unsupported(provider, `undo.${asked}`, problem, "retrieve the payment, and cancel or refund it");
}

/** Undefined where nobody knows: that money went back is said on the provider's word alone. */
function readUndone(
  { data, httpStatus, requestId }: Answer<ReversalBody | VoidBody>,
  kind: Undone["kind"],
): Undone | undefined {
  const details = "voidAmountDetails" in data ? data.voidAmountDetails : undefined;
  const { reversedAmount, currency } = data.reversalAmountDetails ?? {};
  const reason = text(data.authorizationInformation?.reasonCode);
  const rawStatus = text(data.status) ?? "";
  // What never succeeded is answered with what the authorization had come to.
  const told = lookUp<CancellationStatus>(unlistedCancellationStatus, rawStatus, "unknown");
  const isNothing = (reason !== undefined && reason !== "100") || told === "failed";
  if (!isNothing && told === "unknown") return undefined;
  const released = details?.voidAmount ?? reversedAmount;
  return compact<Undone>({
    status: isNothing ? "nothing_found" : "released",
    kind,
    amount: isNothing ? undefined : readAmount(released, details?.currency ?? currency, "amount", []),
    id: text(data.id),
    rawStatus,
    httpStatus,
    requestId,
    raw: data,
  });
}

/** An unknown transactionId is refused as wrong data; a second undo as what has been done already. */
async function afterRefusal(
  error: unknown,
  kind: Undone["kind"],
  context: Context,
  token: UnknownOutcome,
): Promise<Undone> {
  if (!(error instanceof PaymentsError) || error.httpStatus !== 400) throw error;
  const { providerCode: rawStatus = "", httpStatus, requestId, raw } = error;
  const answer = { kind, rawStatus, httpStatus, requestId, raw };
  if (kind === "void" && /^INVALID_(REQUEST|DATA)$/.test(rawStatus))
    return compact({ status: "nothing_found", ...answer });
  if (rawStatus === "AUTH_ALREADY_REVERSED") return compact({ status: "released", ...answer });
  if (rawStatus !== "NOT_VOIDABLE") throw error;
  const problem = "voided already, or settled: resolve says which";
  throw await lostCall({ ...writing(context, operation, token), outcome: () => token }, problem, error);
}
