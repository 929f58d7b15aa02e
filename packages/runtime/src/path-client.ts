import type { Call } from "./call.ts";
import { type Client, invoke } from "./client.ts";
import type { HttpMethod, Operation } from "./operation.ts";
import type { CallOptions } from "./options.ts";

type PathsWith<Paths, M extends HttpMethod> = { [P in keyof Paths]: M extends keyof Paths[P] ? P : never }[keyof Paths];
type Endpoint<Paths, P extends keyof Paths, M extends HttpMethod> = M extends keyof Paths[P] ? Paths[P][M] : never;
type Init<E> = E extends { init: infer I } ? (object extends I ? [init?: I] : [init: I]) : never;
type CallOf<E> = E extends { call: infer C } ? C : never;

/**
 * Calls by method and path template, with openapi-fetch's arguments. `Paths` maps templates to methods to
 * `{ init, call }`; a path that is not in it is a type error.
 */
export type PathClient<Paths> = {
  readonly [M in HttpMethod]: <P extends PathsWith<Paths, M>>(
    path: P,
    ...init: Init<Endpoint<Paths, P, M>>
  ) => CallOf<Endpoint<Paths, P, M>>;
};

/** openapi-fetch's arguments, and the options of a call beside them. */
export interface PathInit extends CallOptions {
  readonly params?: {
    readonly path?: object | undefined;
    readonly query?: object | undefined;
    readonly header?: object | undefined;
  };
  readonly body?: unknown;
}

const METHODS: readonly HttpMethod[] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * The path-style door to a client's operations, as safe as the named one. What is not among `operations` is refused.
 *
 * @example
 * const http = pathClient<Paths>(client, [capturePaymentOperation]);
 * await http.POST("/v1/payments/{id}/capture", { params: { path: { id } }, body });
 */
export function pathClient<Paths>(
  client: Client,
  operations: readonly Operation[] | Readonly<Record<string, Operation>>,
): PathClient<Paths> {
  const known = new Map<string, Operation>();
  for (const operation of Object.values<Operation>(operations))
    known.set(`${operation.method} ${operation.path}`, operation);
  const call = (method: HttpMethod, path: string, init: PathInit = {}): Call<unknown, unknown> => {
    const operation = known.get(`${method} ${path}`);
    // The path given may hold anything, an id say, so it is not repeated.
    const unknown: Operation = { name: "http", method, path: "(undeclared)", statuses: [] };
    if (operation === undefined) {
      return client[invoke](unknown, { refuse: "the path is not one of the contract's; give its template" });
    }
    const { params, body, query, ...options } = init;
    const given = new Map<string, unknown>(Object.entries(params?.path ?? {}));
    const names = operation.params ?? operation.path.split(/[{}]/).filter((_text, index) => index % 2 === 1);
    return client[invoke](operation, {
      params: names.map((name) => given.get(name)),
      query: { ...params?.query, ...query },
      body,
      options: { ...options, headers: { ...options.headers, ...params?.header } },
    });
  };
  const methods = METHODS.map((method) => [method, (path: string, init?: PathInit) => call(method, path, init)]);
  const built: unknown = Object.fromEntries(methods);
  return built as PathClient<Paths>;
}
