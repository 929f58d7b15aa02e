import type { Contract, Json, Operation, Pagination } from "../contract.ts";
import type { Findings } from "../findings.ts";
import { follow } from "../follow.ts";
import { isList, member, textMember } from "../json.ts";
import { essence, isJsonType } from "../media.ts";
import { parsePointer, valueAt } from "../pointer.ts";
import type { OperationConfig, Provider } from "../provider.ts";
import type { Locate } from "../source.ts";
import { quoted } from "../text.ts";
import { itemsOf, schemasAt, takesText } from "./fields.ts";

/** provider.yaml and the document must speak of the same operations, and of fields that these have. */
export function lintProvider(
  contract: Pick<Contract, "operations" | "document">,
  provider: Provider,
  locate: Locate,
  findings: Findings,
): void {
  if (provider.operations === undefined) return;
  const known = new Set<string>();
  for (const operation of contract.operations) {
    const key = `${operation.method} ${operation.path}`;
    known.add(key);
    const config = provider.operations.get(key);
    if (config?.flatName === undefined || config.groupedName === undefined) {
      findings.repaired(
        "unnamed-operation",
        locate(operation.pointer),
        `provider.yaml gives no 'name' and 'flat' for ${quoted(key)}; the names are derived`,
      );
    }
    if (config === undefined) continue;
    const report = (key: string, message: string) => {
      findings.error("provider", { source: provider.source, pointer: `${config.pointer}/${key}` }, message);
    };
    lintMedia(operation, config, report);
    lintIdempotency(contract.document, operation, config, report);
    if (config.pagination !== undefined) lintPagination(contract.document, operation, config.pagination, report);
  }
  for (const [key, { pointer }] of provider.operations) {
    if (known.has(key)) continue;
    findings.repaired(
      "unknown-operation",
      { source: provider.source, pointer },
      `${quoted(key)} is not in the document; the entry is ignored`,
    );
  }
}

/** The media types that provider.yaml chooses must be declared. */
function lintMedia(operation: Operation, config: OperationConfig, report: Report): void {
  const { requestType, responseType } = config;
  if (requestType !== undefined && essence(operation.body?.contentType ?? "") !== essence(requestType)) {
    report("requestType", `the operation takes no ${quoted(requestType)}`);
  }
  const answers = operation.responses.filter(({ status }) => status.startsWith("2") || status === "default");
  if (
    responseType !== undefined &&
    !answers.some(({ contentType = "" }) => essence(contentType) === essence(responseType))
  ) {
    report("responseType", `the operation answers with no ${quoted(responseType)}`);
  }
}

type Report = (key: string, message: string) => void;

function lintIdempotency(document: Json, operation: Operation, { idempotency }: OperationConfig, report: Report): void {
  if (idempotency === undefined) return;
  if ("header" in idempotency) {
    const declared = headersOf(document, operation);
    if (!declared.has(idempotency.header.toLowerCase())) {
      report("idempotency", `${quoted(idempotency.header)} is not a declared header parameter of the operation`);
    }
    return;
  }
  if (operation.body === undefined || !isJsonType(operation.body.contentType)) {
    report("idempotency", "the operation takes no JSON body that could hold the key");
    return;
  }
  for (const field of [idempotency.body, ...Object.keys(idempotency.with)]) {
    const schemas = schemasAt(document, operation.body.schema, field);
    if (schemas === undefined) report("idempotency", `the body has no field ${quoted(field)}`);
    else if (field === idempotency.body && !takesText(document, schemas)) {
      report("idempotency", `the id that is made of the key is text, and the field ${quoted(field)} takes none`);
    }
  }
}

function headersOf(document: Json, { pointer }: Operation): Set<string> {
  const tokens = parsePointer(pointer);
  const names = new Set<string>();
  for (const holder of [valueAt(document, tokens.slice(0, -1)), valueAt(document, tokens)]) {
    const parameters = member(holder, "parameters");
    for (const entry of isList(parameters) ? parameters : []) {
      const parameter = follow(document, entry);
      if (member(parameter, "in") === "header") names.add(textMember(parameter, "name")?.toLowerCase() ?? "");
    }
  }
  return names;
}

function lintPagination(document: Json, operation: Operation, pagination: Pagination, report: Report): void {
  const asked =
    pagination.style === "cursor"
      ? [pagination.cursor, pagination.limit]
      : pagination.style === "page"
        ? [pagination.page, pagination.limit]
        : [pagination.offset, pagination.limit];
  // What takes a body is asked for its pages in there.
  const { body } = operation;
  const inBody = body !== undefined && isJsonType(body.contentType);
  const declared = new Set(operation.queryParameters.map(({ name }) => name));
  for (const name of asked) {
    if (name === undefined) continue;
    const known = inBody ? schemasAt(document, body.schema, name) !== undefined : declared.has(name);
    const place = inBody ? "the body has no field" : "the operation has no query parameter";
    if (!known) report("pagination", `${place} ${quoted(name)}`);
  }
  const answer = operation.responses.find(({ status }) => status.startsWith("2"))?.schema;
  const answered =
    pagination.style === "cursor"
      ? [pagination.next, pagination.more]
      : pagination.style === "offset"
        ? [pagination.total]
        : pagination.style === "page"
          ? [pagination.more]
          : [];
  for (const path of answered) {
    if (path !== undefined && schemasAt(document, answer, path) === undefined)
      report("pagination", `the answer has no field ${quoted(path)}`);
  }
  const items = itemsOf(document, schemasAt(document, answer, pagination.items) ?? []);
  if (items.length === 0) {
    report("pagination", `the answer has no list ${quoted(pagination.items)}`);
  } else if (pagination.style === "cursor" && pagination.last !== undefined) {
    const { last } = pagination;
    if (items.every((item) => schemasAt(document, item, last) === undefined))
      report("pagination", `the items have no field ${quoted(last)}`);
  }
}
