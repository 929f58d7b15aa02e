import type { ProviderName } from "../src/model/provider.ts";

/** What makes a repeat harmless, and what can still happen, by the operations of `capabilities.idempotency`. */
export const repeats: Readonly<Record<ProviderName, Readonly<Record<string, readonly [mark: string, risk: string]>>>> =
  {
    hyperswitch: {
      create: ["the payment's id is made of the key; one that is taken is retrieved and compared", "nothing"],
      capture: [
        "a look at the payment; a part of `manual_multiple` bears no mark",
        "a repeat from another process, or after an answer, captures again what `manual_multiple` leaves",
      ],
      increment: ["a look at the payment: its amount is the target already", "nothing: the amount is a total"],
      refund: ["the refund's id is made of the key; one that is taken is retrieved and compared", "nothing"],
    },
    cybersource: {
      create: [
        "a search for the code that is made of the key",
        "a repeat from another process, or after an answer, pays again",
      ],
      capture: ["the same", "a repeat captures again, where the authorization leaves enough"],
      increment: ["a look at the authorized sum", "a repeat raises it again"],
      refund: ["the same search", "a repeat refunds again, where the capture leaves enough"],
      credit: ["the same search", "a repeat pays out again"],
    },
    razorpay: {
      create: [
        "the order's receipt is made of the key; its payments are looked at",
        "two processes at once can both start a payment of the one order; without a method, nothing",
      ],
      capture: ["a look at the payment: it is captured once, as a whole", "nothing: the second is refused"],
      refund: ["`X-Refund-Idempotency`, and a receipt made of the key", "nothing"],
    },
  };
