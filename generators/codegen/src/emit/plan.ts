import type { Body, Contract, Json, Operation, Parameter, Response } from "../contract/contract.ts";
import { cycles } from "./cycles.ts";
import { basesOf } from "./discriminator.ts";
import { bodyKind } from "./media.ts";
import { type NamedSchema, namedSchemas, nameSchemas } from "./named-schemas.ts";
import { camel, Namespace, pascal } from "./names.ts";
import { type Direction, parts, ref, resolve } from "./schema.ts";
import type { TypeContext } from "./types.ts";

/** Every name that the generated package exports, decided once, before anything is printed. */
export interface Plan {
  readonly contract: Contract;
  /** `Razorpay`, the stem of the client's own names. */
  readonly title: string;
  readonly operations: readonly OperationPlan[];
  readonly webhooks: readonly { readonly name: string; readonly type: string; readonly schema: Json }[];
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  readonly names: Namespace;
  readonly schemaName: (pointer: string, direction: Direction) => string;
  readonly context: (direction: Direction, upload?: boolean) => TypeContext;
}

export interface OperationPlan {
  readonly operation: Operation;
  /** `capturePayment` */
  readonly functionName: string;
  /** `capturePaymentOperation` */
  readonly constName: string;
  /** Argument names of the path parameters: `["id"]`. */
  readonly pathArguments: readonly string[];
  readonly body: string | undefined;
  readonly query: string | undefined;
  readonly options: string | undefined;
  readonly response: string;
  readonly error: string;
  readonly result: string;
}

/** Names that generated files import or declare themselves. */
const ours = (
  "createClient Paths Binary Call CallOptions Client ConnectOptions Failure Operation PagedCall PagedOperation PathClient " +
  "PlainOptions Provider RequestHeaders ServerEvent Shape Success Unanswered Undeclared byCursor byOffset byPage " +
  "bySkip client groupClient grouped connect encodeBody encodeMultipart environments invoke keyInBody keyInHeader ownHeaders pathClient provider " +
  "readBytes readChunks readEvents readLines readTextEvents serverUrl servers writeStyled"
).split(" ");

export function plan(contract: Contract): Plan {
  const names = new Namespace();
  const schemas = namedSchemas(contract);
  // A component that is exactly an operation's body or answer, and is called like it, needs no second name.
  const component = new Map([...schemas.values()].map(({ pointer }) => [pascal(parts(pointer).at(-1) ?? ""), pointer]));
  const shared = new Set<string>();
  const alias = (wanted: string, schema: Json | undefined, direction: Direction): string => {
    const target = ref(schema);
    const same =
      target !== undefined &&
      component.get(wanted) === target &&
      !(schemas.get(target)?.splits && direction === "request");
    if (!same) return names.claim(wanted);
    shared.add(target);
    return wanted;
  };

  const stem = pascal(contract.name);
  for (const name of [`${stem}Client`, ...ours]) names.claim(name);
  const operations = contract.operations.map((operation): OperationPlan => {
    const functionName = names.claim(camel(operation.flatName));
    const capital = functionName.charAt(0).toUpperCase() + functionName.slice(1);
    const successes = answers(operation).filter(
      (response) => response.kind === "json" && response.schema !== undefined,
    );
    const only = successes.length === 1 ? successes[0]?.schema : undefined;
    const query = operation.queryParameters.length > 0;
    return {
      operation,
      functionName,
      constName: names.claim(`${functionName}Operation`),
      pathArguments: argumentNames(operation.pathParameters),
      body:
        operation.body === undefined
          ? undefined
          : alias(`${capital}Body`, hasMembers(operation.body) ? operation.body.schema : undefined, "request"),
      query: query ? names.claim(`${capital}Query`) : undefined,
      options: needsOptions(operation) ? names.claim(`${capital}Options`) : undefined,
      response: alias(`${capital}Response`, only, "response"),
      error: names.claim(`${capital}Error`),
      result: names.claim(`${capital}Result`),
    };
  });
  const webhooks = contract.webhooks.map((webhook) => ({
    name: webhook.name,
    type: alias(`${pascal(webhook.name)}Event`, webhook.schema, "response"),
    schema: webhook.schema,
  }));
  const schemaName = nameSchemas(schemas, names, shared);
  const bases = basesOf(contract.document);
  const circles = cycles(contract.document, schemas.keys());
  const context = (direction: Direction, upload = false): TypeContext => ({
    direction,
    binary: upload && direction === "request",
    name: (pointer) => schemaName(pointer, direction),
    cycles: circles,
    bases,
    resolve: (pointer) => resolve(contract.document, pointer),
  });
  return { contract, title: stem, operations, webhooks, schemas, names, schemaName, context };
}

export function isSuccess(status: string): boolean {
  return /^2/.test(status);
}

/** What `await` gives: the declared 2xx answers, or where there are none the default one. */
export function answers({ responses }: Operation): readonly Response[] {
  const good = responses.filter(({ status }) => isSuccess(status));
  return good.length > 0 ? good : responses.filter(({ status }) => status === "default");
}

/** Is the body made of what its schema says, rather than written by the caller? */
export function hasMembers({ contentType }: Body): boolean {
  return !["text", "bytes"].includes(bodyKind(contentType));
}

/** Operations whose options are the plain ones share one type. */
function needsOptions(operation: Operation): boolean {
  const queryInOptions = operation.body !== undefined && operation.queryParameters.length > 0;
  return (
    queryInOptions ||
    operation.idempotency !== undefined ||
    operation.headerParameters.length > 0 ||
    operation.cookieParameters.length > 0
  );
}

function argumentNames(parameters: readonly Parameter[]): string[] {
  const names = new Namespace();
  for (const reserved of ["client", "body", "query", "options"]) names.claim(reserved);
  return parameters.map((parameter) =>
    names.claim(camel(parameter.name), (count) => `${camel(parameter.name)}${count}`),
  );
}
