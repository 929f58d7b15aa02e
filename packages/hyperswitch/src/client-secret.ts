import {
  type Call,
  type CallInput,
  type Client,
  invoke,
  type Operation,
  type PagedCall,
  type PagedOperation,
} from "@specie/runtime";

const inQuery: ReadonlySet<string> = new Set([
  "payments.retrieve",
  "payments.clientMethods",
  "paymentLinks.retrieve",
  "paymentMethods.listSaved",
  "paymentMethods.listAvailable",
]);

const inBody: ReadonlySet<string> = new Set([
  "payments.update",
  "payments.confirm",
  "payments.sessionTokens",
  "payments.postSessionTokens",
  "payments.authenticate",
  "payments.completeAuthorize",
  "payments.eligibility",
  "payments.eligibilityCheck",
]);

/** Sends the client secret where an operation takes it, unless the call has one of its own. */
export function withClientSecret(client: Client, clientSecret: string | undefined): Client {
  if (clientSecret === undefined) return client;
  const secret = { client_secret: clientSecret };
  function call<T, R, I>(operation: PagedOperation<T, R, I>, input: CallInput): PagedCall<T, R, I>;
  function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R>;
  function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R> {
    return client[invoke](operation, withSecret(operation, input, secret));
  }
  return { [invoke]: call };
}

function withSecret({ name }: Operation, input: CallInput, secret: object): CallInput {
  if (inQuery.has(name)) return { ...input, query: { ...secret, ...given(input.query) } };
  if (inBody.has(name)) return { ...input, body: { ...secret, ...given(input.body) } };
  return input;
}

/** What the caller set; a member that is undefined is not set. */
function given(value: unknown): object {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
