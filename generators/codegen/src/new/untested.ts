import type { Contract, Json, JsonObject } from "../contract/contract.ts";
import { follow } from "../contract/follow.ts";
import { isList, isObject, member, members, textMember } from "../contract/json.ts";
import { isJsonType, preferred } from "../contract/media.ts";
import { needsSigner } from "./credentials.ts";
import { formats } from "./examples.ts";
import { type OperationPlace, operationsOf } from "./operations.ts";

/** What the contract tests of a new package cannot do yet, as they name it: `GET /orders → 200`. */
export interface Untested {
  /** Something has no example and none could be made, or only a signer could be let in. */
  readonly todo: readonly string[];
  /** Answers whose schemas contain themselves, or formats that the mock does not know: it makes no random ones that fit. */
  readonly noRandom: readonly string[];
}

export function untested(contract: Contract): Untested {
  const { document } = contract;
  const signed = new Set(
    contract.operations
      .filter((operation) => needsSigner({ ...contract, operations: [operation] }))
      .map(({ method, path }) => `${method} ${path}`),
  );
  const todo: string[] = [];
  const noRandom: string[] = [];
  for (const place of operationsOf(document)) {
    const hasRequest = requestIsShown(document, place) && !signed.has(place.label);
    for (const [status, entry] of members(place.operation["responses"])) {
      if (!/^\d{3}$/.test(status)) continue;
      const name = `${place.label} → ${status}`;
      const offer = preferred(member(follow(document, entry), "content"));
      const isCompared = offer !== undefined && /json|^text\//i.test(offer.contentType);
      if (!hasRequest || (isCompared && !isShown(offer.media))) todo.push(name);
      else if (
        offer !== undefined &&
        isJsonType(offer.contentType) &&
        defiesChance(document, member(offer.media, "schema"))
      ) {
        noRandom.push(name);
      }
    }
  }
  return { todo, noRandom };
}

function requestIsShown(document: JsonObject, { operation, item }: OperationPlace): boolean {
  const body = follow(document, operation["requestBody"]);
  const offer = preferred(member(body, "content"));
  const parameters = [member(item, "parameters"), operation["parameters"]].flatMap((list) =>
    isList(list) ? [...list] : [],
  );
  const areShown = parameters.every((entry) => {
    const parameter = follow(document, entry);
    return member(parameter, "required") !== true || member(parameter, "schema") === undefined || isShown(parameter);
  });
  return areShown && (offer === undefined || isShown(offer.media));
}

function isShown(holder: Json | undefined): boolean {
  return member(holder, "example") !== undefined || members(member(holder, "examples")).length > 0;
}

/** Whether following the refs of a schema leads back to one of them, or to a format that few know. */
function defiesChance(document: JsonObject, schema: Json | undefined): boolean {
  const done = new Set<string>();
  const visit = (value: Json | undefined, open: ReadonlySet<string>): boolean => {
    if (isList(value)) return value.some((inner) => visit(inner, open));
    if (!isObject(value)) return false;
    const ref = textMember(value, "$ref");
    if (ref !== undefined) {
      if (open.has(ref)) return true;
      if (done.has(ref)) return false;
      const found = visit(follow(document, { $ref: ref }), new Set([...open, ref]));
      done.add(ref);
      return found;
    }
    const format = textMember(value, "format");
    if (format !== undefined && Object.hasOwn(formats, format)) return true;
    return members(value).some(([, inner]) => visit(inner, open));
  };
  return visit(schema, new Set());
}
