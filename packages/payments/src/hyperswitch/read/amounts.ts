import { lookUp } from "../../gateway/look-up.ts";
import type { Money } from "../../model/money.ts";
import { plus } from "../../model/money-sum.ts";
import type { Payment } from "../../model/payment.ts";
import { type Holding, holding } from "../maps/holding.ts";
import type { HyperswitchBody, HyperswitchRefund } from "../types.ts";
import type { ReadMoney } from "./money.ts";

type Amounts = Pick<Payment, "amount" | "amountAuthorized" | "amountCapturable" | "amountCaptured" | "amountRefunded">;

export function readAmounts(body: HyperswitchBody, refunds: readonly HyperswitchRefund[], money: ReadMoney): Amounts {
  const held = lookUp<Holding>(holding, body.status, "perhaps");
  const amount = money(body.amount, "amount");
  const amountCaptured = captured(body, money);
  // Before the authorization the server shows what could be captured after it; after a partial capture the rest is gone.
  const isOver = held === "nothing" || body.status === "partially_captured";
  const amountCapturable = money(isOver ? 0 : body.amount_capturable, "amountCapturable");
  return {
    amount,
    amountAuthorized: authorized(held, body, money, amountCapturable, amountCaptured),
    amountCapturable,
    amountCaptured,
    amountRefunded: refunded(body, refunds, money),
  };
}

function authorized(
  held: Holding,
  body: HyperswitchBody,
  money: ReadMoney,
  capturable: Money | undefined,
  received: Money | undefined,
): Money | undefined {
  if (held === "all") return money(body.net_amount, "amountAuthorized");
  if (held !== "part" || capturable === undefined) return undefined;
  return received === undefined ? capturable : plus(capturable, received);
}

/** No sum is no capture, but where the status says that there was one. */
function captured(body: HyperswitchBody, money: ReadMoney): Money | undefined {
  const { amount_received: received, status } = body;
  if (received !== null && received !== undefined) return money(received, "amountCaptured");
  const was = /succeeded|partially_captured|post_capture/.test(status);
  return was || lookUp<Holding | undefined>(holding, status, undefined) === undefined
    ? undefined
    : money(0, "amountCaptured");
}

function refunded(body: HyperswitchBody, refunds: readonly HyperswitchRefund[], money: ReadMoney): Money | undefined {
  if (body.refunds === null || body.refunds === undefined) {
    return money(body.state_metadata?.total_refunded_amount ?? 0, "amountRefunded");
  }
  return refunds.reduce<Money | undefined>(
    (sum, refund) => {
      if (refund.status !== "succeeded") return sum;
      return sum === undefined || refund.amount === undefined ? undefined : plus(sum, refund.amount);
    },
    money(0, "amountRefunded"),
  );
}
