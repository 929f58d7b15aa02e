import type { Money } from "../model/money.ts";

/** The members of inputs that make them the same or another intention. */
export interface Intended {
  readonly amount?: Money | undefined;
  readonly newTotal?: Money | undefined;
  readonly captureMethod?: string | undefined;
  readonly reference?: string | undefined;
  readonly captureId?: string | undefined;
  readonly method?: { readonly type: string; readonly number?: string | undefined } | undefined;
}

/** The same text for the same intention. Of a card it has no more than the last four digits. */
export function fingerprintOf(id: string | undefined, input: Intended): string {
  const { amount, newTotal, captureMethod, reference, captureId, method } = input;
  const money = amount ?? newTotal;
  const told = [id, money?.amount, money?.currency, captureMethod, reference, captureId];
  return JSON.stringify([...told, method?.type, method?.number?.slice(-4)]);
}
