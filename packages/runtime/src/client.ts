import { type Call, PendingCall } from "./call.ts";
import { RequestError } from "./errors/index.ts";
import { Job } from "./job.ts";
import type { Operation, PagedOperation } from "./operation.ts";
import type { CallInput, ConnectOptions, Provider } from "./options.ts";
import type { PagedCall, Started } from "./pagination.ts";
import { Refusal } from "./refusal.ts";
import { settle } from "./settings.ts";
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
  try {
    const settings = settle(provider, options);
    const transport = openTransport(settings.baseUrl);
    const start = <T, R>(operation: Operation<T, R>, input: CallInput): Started<T, R> => {
      const job = new Job(settings, operation, input);
      const outcome = job.start(transport);
      const call = isPaged(operation)
        ? operation.pagination.pages(outcome, { operation, job, start })
        : new PendingCall<T, R>(outcome);
      return { job, call };
    };
    function call<T, R, I>(operation: PagedOperation<T, R, I>, input: CallInput): PagedCall<T, R, I>;
    function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R>;
    function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R> {
      return start(operation, input).call;
    }
    return { [invoke]: call };
  } catch (error) {
    throw error instanceof Refusal ? new RequestError({ provider: provider.name }, error.message) : error;
  }
}

function isPaged<T, R>(operation: Operation<T, R>): operation is PagedOperation<T, R> {
  return "pagination" in operation;
}
