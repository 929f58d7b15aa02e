import { readFileSync } from "node:fs";
import type { Money, Payment, Refund, WebhookEvent } from "@specie/payments";
import { formatMoney } from "@specie/payments";

/** One step; a second call of it has a row of its own below, with the rest left empty. */
export type Row = readonly [
  provider: string,
  step: string,
  status: string,
  amounts: string,
  calls: string,
  call: string,
];

export const heading: Row = ["Provider", "Step", "Status", "Amounts", "Calls", "HTTP"];

/** A payment's life on one provider, through its gateway. */
export interface Life {
  readonly provider: string;
  /** Path of the bundled contract, which the mock serves. */
  readonly contract: string;
  readonly live: (stage: Stage) => Promise<void>;
}

type Fetch = (
  url: string,
  init: RequestInit & { readonly method: string; headers: Record<string, string> },
) => Promise<Response>;

/** Where a life takes place: a network that asks the mock for what shall happen, and counts. */
export interface Stage {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  /** One step. `answers` are the contract's examples that the mock gives in turn, `201 authorized`. */
  step<T extends Payment | Refund | WebhookEvent>(
    name: string,
    answers: readonly string[],
    act: () => Promise<T>,
  ): Promise<T>;
}

/** The body of an event, as an example of the contract has it. */
export function eventOf(contract: string, example: string): string {
  const { components } = JSON.parse(readFileSync(contract, "utf8"));
  return JSON.stringify(components.examples[example].value);
}

/** Plays a life, and tells each step in a row. */
export async function play({ provider, live }: Life, baseUrl: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let waiting: string[] = [];
  let calls: string[] = [];
  const stage: Stage = {
    baseUrl,
    fetch: (url, init) => {
      calls.push(`${init.method} ${pathOf(url)}`);
      const [code, example] = waiting.shift()?.split(" ") ?? [];
      const prefer = example === undefined ? {} : { prefer: `code=${code}, example=${example}` };
      return fetch(url, { ...init, headers: { ...init.headers, ...prefer } });
    },
    step: async (name, answers, act) => {
      [waiting, calls] = [[...answers], []];
      const result = await act();
      const [first = "", ...others] = calls;
      const shown = rows.length === 0 ? provider : "";
      rows.push([shown, name, status(result), amounts(result), `${calls.length}`, first]);
      rows.push(...others.map((call): Row => ["", "", "", "", "", call]));
      return result;
    },
  };
  await live(stage);
  return rows;
}

/** The path, with every id as `{id}`. */
function pathOf(url: string): string {
  return new URL(url).pathname.replaceAll(/\/(?:\d{15,}|[a-z]+_(?=\w*\d)[A-Za-z0-9]{8,})(?=\/|$)/g, "/{id}");
}

function status(result: Payment | Refund | WebhookEvent): string {
  if ("verified" in result) return `${result.type}, verified`;
  if (result.error !== undefined) return `${result.status}: ${result.error.code}, retry: ${result.error.retry}`;
  return "nextAction" in result && result.nextAction ? `${result.status}: ${result.nextAction.type}` : result.status;
}

function amounts(result: Payment | Refund | WebhookEvent): string {
  if ("verified" in result)
    return result.object !== undefined && "amount" in result.object ? shown(result.object.amount) : "–";
  if (!("refundState" in result)) return `${shown(result.amount)} back`;
  const { amountCapturable, amountCaptured, amountRefunded } = result;
  const told = [
    positive(amountCapturable) && `${shown(amountCapturable)} to capture`,
    positive(amountCaptured) && `${shown(amountCaptured)} captured`,
    positive(amountRefunded) && `${shown(amountRefunded)} refunded`,
  ].filter((text) => text !== false);
  return told.length === 0 ? `of ${shown(result.amount)}` : told.join(", ");
}

function positive(money: Money | undefined): boolean {
  return money !== undefined && money.amount > 0;
}

function shown(money: Money | undefined): string {
  return money === undefined ? "?" : formatMoney(money, "en");
}
