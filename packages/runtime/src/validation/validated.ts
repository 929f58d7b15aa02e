import { type Client, type Invoke, invoke } from "../client.ts";
import { declaredStatus } from "../decode.ts";
import { DecodeError } from "../errors/index.ts";
import type { Job, Outcome } from "../job.ts";
import type { Operation, PagedOperation } from "../operation.ts";
import type { CallInput } from "../options.ts";
import type { Pager } from "../pages.ts";
import { PendingPages } from "../pagination.ts";
import type { Fault } from "./faults.ts";
import type { Schema } from "./schema.ts";

/** The schemas of one operation: `--schemas` emits them. */
export interface OperationSchemas {
  /** `payments.capture`, as the operation calls itself. */
  readonly operation: string;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** By declared status. */
  readonly responses?: Readonly<Record<string, Schema>>;
}

/** A difference between contract and wire: facts, never a value. */
export interface Drift extends Fault {
  readonly operation: string;
  readonly method: string;
  /** Path template. */
  readonly path: string;
  readonly part: "params" | "query" | "body" | "response";
  /** HTTP status of the answer; undefined for requests. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

export interface Validation {
  /** `off`: nothing is checked. `warn`: differences are told. `throw`: what breaks the contract is an error, too. */
  readonly mode: "off" | "warn" | "throw";
  /** Those of the operations to check: everything that the package exports under `/schemas`, or some of it. */
  readonly schemas: Readonly<Record<string, OperationSchemas>>;
  /** What it throws is ignored. */
  readonly onDrift?: ((drift: Drift) => void) | undefined;
}

/**
 * The connection with its requests and answers checked against the contract. In mode `throw` a request that breaks it is
 * refused before anything is sent (RequestError), and an answer that breaks it is a `decode` result (DecodeError), as its
 * outcome cannot be read; an error answer stays one, under `default`, which promises no type. A new enum member, or a member where a closed object was declared, is told and never thrown.
 *
 * @example
 * const client = validated(connectAcme({ credentials }), { mode: "warn", schemas, onDrift: (drift) => log(drift) });
 */
export function validated(client: Client, validation: Validation): Client {
  const { mode, schemas, onDrift } = validation;
  if (mode === "off") return client;
  const known = new Map(Object.values(schemas).map((each) => [each.operation, each]));
  const wrapped = new WeakMap<Operation, PagedOperation>();
  const tell = (operation: Operation, facts: Omit<Drift, "operation" | "method" | "path">): void => {
    try {
      const { name, method, path } = operation;
      const done: unknown = onDrift?.({ operation: name, method, path, ...facts });
      if (done instanceof Promise) done.catch(() => undefined);
    } catch {
      // An observer changes no outcome.
    }
  };

  /** Why a request may not be sent; differences are told on the way. */
  const refusal = (operation: Operation, input: CallInput, own: OperationSchemas): string | undefined => {
    for (const [part, schema, value] of partsOf(input, own)) {
      const [first] = check(schema, value, (fault) =>
        tell(operation, { ...fault, part, status: undefined, requestId: undefined }),
      );
      if (first && mode === "throw") return `${part}${first.pointer} breaks the contract: ${first.keyword}`;
    }
    return undefined;
  };

  const answered = (job: Job, own: OperationSchemas, outcome: Outcome): Outcome => {
    const { result, answer } = outcome;
    const { data } = result;
    if (!answer || data === undefined || (typeof result.status === "string" && !/^(\dXX|default)$/.test(result.status)))
      return outcome;
    const { httpStatus, requestId } = answer;
    const schema = own.responses?.[declaredStatus(job.declared, httpStatus)];
    // An error page that is not JSON is its text, under a status that promises nothing.
    if (!schema || (result.status === "default" && !own.responses?.["default"])) return outcome;
    const [first] = check(schema, data, (fault) =>
      tell(job.declared, { ...fault, part: "response", status: httpStatus, requestId }),
    );
    if (!first || mode !== "throw") return outcome;
    // The provider said no, and that stays so: the answer goes under a status that promises no type.
    if (result.status !== "default" && result.ok === false && !job.declared.statuses.includes("default")) {
      return { ...outcome, result: { ...result, status: "default" } as Outcome["result"] };
    }
    const place = first.pointer || undefined;
    const problem = `a body that breaks the contract${place === undefined ? "" : ` at ${place}`}: ${first.keyword}`;
    const error = new DecodeError(job.context, problem, { ...answer, place });
    return { result: { ...answer, status: "decode", ok: false, sent: true, data: undefined, error }, answer };
  };

  /** The operation whose calls are made of checked outcomes, page after page. */
  const watch = (operation: Operation, own: OperationSchemas): PagedOperation => {
    const pagination = "pagination" in operation ? (operation as PagedOperation).pagination : undefined;
    const pages: Pager = (outcome, list) => {
      const checked = outcome.then((found) => answered(list.job, own, found));
      return pagination ? pagination.pages(checked, list) : new PendingPages(checked, list, () => undefined);
    };
    const made: PagedOperation = { ...operation, pagination: { items: "", size: 1, ...pagination, pages } };
    wrapped.set(operation, made);
    return made;
  };

  const call = (operation: Operation, input: CallInput): unknown => {
    const own = known.get(operation.name);
    if (!own) return client[invoke](operation, input);
    const refuse = input.refuse ?? refusal(operation, input, own);
    return client[invoke](wrapped.get(operation) ?? watch(operation, own), { ...input, refuse });
  };
  return { ...client, [invoke]: call as Invoke };
}

/** Tells every difference, and gives those that break the contract in a way that nobody may ignore. */
function check(schema: Schema, value: unknown, tell: (fault: Fault) => void): readonly Fault[] {
  if (value === undefined) return [];
  try {
    const open = schema.faults(value);
    for (const fault of open.length > 0 ? open : schema.faults(value, true)) tell(fault);
    return open;
  } catch {
    // A schema that cannot be checked is a difference too, and no reason to lose a payment's answer.
    tell({ pointer: "", keyword: "unchecked" });
    return [];
  }
}

/** The parts of a request as they will be read: dates as text, without what is undefined. */
function* partsOf(
  input: CallInput,
  own: OperationSchemas,
): Generator<readonly ["params" | "query" | "body", Schema, unknown]> {
  if (own.params) yield ["params", own.params, plain(input.params ?? [])];
  if (own.query) yield ["query", own.query, plain({ ...input.query, ...input.options?.query })];
  if (own.body && input.body !== undefined) yield ["body", own.body, plain(input.body)];
}

function plain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null");
  } catch {
    // What cannot be written is refused where it is written.
    return undefined;
  }
}
