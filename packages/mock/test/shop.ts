import { fileURLToPath } from "node:url";
import type { Mock, MockOptions } from "../src/index.ts";
import { startMock } from "../src/index.ts";

export const shopFile: string = fileURLToPath(new URL("./fixtures/shop.yaml", import.meta.url));

/** The fixture contract, served. */
export function startShop(options?: MockOptions): Promise<Mock> {
  return startMock(shopFile, options);
}

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly prefer?: string;
  readonly token?: string | null;
}

/** Calls the mock as a client would. */
export async function ask(
  mock: Mock,
  path: string,
  { method = "GET", body, prefer, token = "demo" }: Ask = {},
): Promise<Answer> {
  const response = await fetch(mock.url + path, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(prefer === undefined ? {} : { prefer }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(5_000),
  });
  return { status: response.status, body: await response.json() };
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
