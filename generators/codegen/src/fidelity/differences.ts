import { pathToFileURL } from "node:url";
import { ContractError } from "../contract/errors.ts";
import { type Fields, fieldsOf } from "../contract/fields.ts";
import { createFindings } from "../contract/findings.ts";
import { isList, isObject } from "../contract/json.ts";
import { defaultLimits } from "../contract/limits.ts";
import { readSource } from "../contract/read.ts";
import { type Kind, kinds } from "./finding.ts";

/** A deliberate difference that the comparison has to find; see differences.template.yaml. */
export interface Difference {
  readonly place: string;
  readonly kind: Kind;
  readonly reason: string;
  /** With kind `operation`: the title of upstream's operation that is the same. */
  readonly as: string | undefined;
}

/** A deliberate difference from documentation that no program can compare. */
export interface Remark {
  readonly at: string;
  readonly documented: string;
  readonly contract: string;
  readonly reason: string;
}

export interface Differences {
  readonly note: string | undefined;
  readonly differences: readonly Difference[];
  readonly remarks: readonly Remark[];
}

export const none: Differences = { note: undefined, differences: [], remarks: [] };

/**
 * Reads a provider's differences.yaml.
 *
 * @throws ContractError when it isn't what the template says, UsageError when it cannot be read.
 */
export async function readDifferences(file: string): Promise<Differences> {
  const source = await readSource(pathToFileURL(file), { fetch, limits: defaultLimits, mayFetch: () => false });
  const findings = createFindings();
  const fields = fieldsOf(source.value, source, "", "differences", findings);
  const note = fields.text("note");
  if (fields.raw("upstream") !== undefined) fields.error("upstream", "belongs into provider.yaml");
  const listed = fields.raw("differences");
  if (listed !== undefined && !isList(listed)) fields.error("differences", "must be a list");
  const differences: Difference[] = [];
  const remarks: Remark[] = [];
  const known = new Set<string>();
  for (const [index, value] of (isList(listed) ? listed : []).entries()) {
    const item = fieldsOf(value, source, `/differences/${index}`, "differences", findings);
    if (isObject(value) && Object.hasOwn(value, "at")) {
      remarks.push(readRemark(item));
      continue;
    }
    const difference = readDifference(item);
    if (difference === undefined) continue;
    const key = `${difference.kind} ${difference.place}`;
    if (known.has(key)) item.error("place", "is listed before with the same kind; keep one");
    known.add(key);
    differences.push(difference);
  }
  fields.finish();
  const problems = findings.finish(true);
  if (problems.length > 0) throw new ContractError(problems);
  return { note, differences, remarks };
}

function readDifference(item: Fields): Difference | undefined {
  const place = item.needText("place");
  const kind = item.oneOf("kind", kinds);
  if (item.raw("kind") === undefined) item.error("kind", `is missing; one of ${kinds.join(", ")} is expected`);
  const reason = item.needText("reason");
  const as = item.text("as");
  if (as !== undefined && kind !== "operation") item.error("as", "goes with kind 'operation' only");
  if (as !== undefined && !(isTitle(as) && isTitle(place))) {
    item.error("as", "and 'place' must be a method and a path, such as 'POST /orders/{id}'");
  }
  item.finish();
  return kind === undefined || place === "" ? undefined : { place, kind, reason, as };
}

function readRemark(item: Fields): Remark {
  const remark = {
    at: item.needText("at"),
    documented: item.needText("documented"),
    contract: item.needText("contract"),
    reason: item.needText("reason"),
  };
  item.finish();
  return remark;
}

function isTitle(text: string): boolean {
  return /^[A-Z]+ \/[^\s*]*$/.test(text);
}
