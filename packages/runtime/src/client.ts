import { type Call, PendingCall } from "./call.ts";
import { RequestError } from "./errors/index.ts";
import { Job } from "./job.ts";
import type { Operation, PagedOperation } from "./operation.ts";
import type { CallInput, ConnectOptions, Provider } from "./options.ts";
import { type PagedCall, PendingPages } from "./pagination.ts";
import { Refusal } from "./refusal.ts";
import { type Settings, settle } from "./settings.ts";
import { openTransport } from "./transport.ts";

/** How generated functions reach the transport without showing it on the client. */
export const invoke: unique symbol = Symbol("specie.invoke");

export interface Invoke {
  <T, R, I>(operation: PagedOperation<T, R, I>, input: CallInput): PagedCall<T, R, I>;
  <T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R>;
}

/** A connection to one provider. Holds its credentials, shows none of them. */
export interface Client {
  readonly [invoke]: Invoke;
}

/**
 * Connects to a provider; sends nothing. Throws a RequestError for options that no call could be made with.
 *
 * @example
 * const client = connect({ name: "acme", baseUrl: "https://api.acme.example", security: {} }, {});
 */
export function connect(provider: Provider, options: ConnectOptions = {}): Client {
  const settings = checked(provider, options);
  const transport = openTransport(settings.baseUrl);
  const start = <T, R>(operation: Operation<T, R>, input: CallInput) => {
    const job = new Job(settings, operation, input);
    return { job, outcome: job.start(transport) };
  };
  const send = <T, R>(operation: Operation<T, R>, input: CallInput) => {
    const { job, outcome } = start(operation, input);
    return { job, call: new PendingCall<T, R>(outcome) };
  };
  function call<T, R, I>(operation: PagedOperation<T, R, I>, input: CallInput): PagedCall<T, R, I>;
  function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R>;
  function call<T, R, I>(operation: Operation<T, R> | PagedOperation<T, R, I>, input: CallInput): Call<T, R> {
    const { job, outcome } = start(operation, input);
    return "pagination" in operation && operation.pagination !== undefined
      ? new PendingPages<T, R, I>(outcome, operation, job, send)
      : new PendingCall<T, R>(outcome);
  }
  return { [invoke]: call };
}

function checked(provider: Provider, options: ConnectOptions): Settings {
  try {
    return settle(provider, options);
  } catch (error) {
    if (error instanceof Refusal) throw new RequestError({ provider: provider.name }, error.message);
    throw error;
  }
}
