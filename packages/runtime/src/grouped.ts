import { type Client, invoke } from "./client.ts";
import type { Operation } from "./operation.ts";
import { pathClient } from "./path-client.ts";

/**
 * The grouped client over a connection: `payments.capture` becomes a method of the group `payments`, and `http` calls by
 * path. `C` is its declared type; generated code gives both, so that they agree.
 *
 * @example
 * const acme = grouped<AcmeClient>(client, [capturePaymentOperation]);
 * await acme.payments.capture("pay_1", { amount: 50000, currency: "INR" });
 */
export function grouped<C>(client: Client, operations: readonly Operation[]): C {
  const root: Group = { ...client, http: pathClient(client, operations) };
  for (const operation of operations) {
    const names = operation.name.split(".");
    const method = names.pop() ?? "";
    let group = root;
    for (const name of names) {
      group[name] ??= {};
      group = group[name] as Group;
    }
    group[method] = methodOf(client, operation);
  }
  return root as C;
}

interface Group {
  [name: string]: unknown;
}

/** Path parameters first, then the body, or the query of a call without one, then the options. */
function methodOf(client: Client, operation: Operation): (...given: unknown[]) => unknown {
  const ids = operation.params?.length ?? operation.path.split("{").length - 1;
  const { takesBody, takesQuery } = operation;
  return (...given) => {
    const params = given.slice(0, ids);
    const second = takesBody || takesQuery ? given[ids] : undefined;
    const options: object | undefined = Object(given[takesBody || takesQuery ? ids + 1 : ids]);
    return client[invoke](
      operation,
      takesBody ? { params, body: second, options } : { params, query: second && Object(second), options },
    );
  };
}
