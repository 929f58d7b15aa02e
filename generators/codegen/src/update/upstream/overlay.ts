import { pathToFileURL } from "node:url";
import type { Finding, Json, JsonObject } from "../../contract/contract.ts";
import { ContractError } from "../../contract/errors.ts";
import { createFindings } from "../../contract/findings.ts";
import { isList, isObject, member, members, textMember } from "../../contract/json.ts";
import { defaultLimits } from "../../contract/limits.ts";
import { applyAction, placesOf } from "../../contract/overlay.ts";
import { valueAt } from "../../contract/pointer.ts";
import { readSource } from "../../contract/read.ts";
import type { Source } from "../../contract/source.ts";
import { quoted } from "../../contract/text.ts";

/** A document with our corrections, and which of them have had their day. */
export interface Corrected {
  readonly document: JsonObject;
  readonly remarks: readonly Finding[];
}

export async function readOverlays(files: readonly string[]): Promise<Source[]> {
  const read = { fetch, limits: defaultLimits, mayFetch: () => false };
  return Promise.all(files.map((file) => readSource(pathToFileURL(file), read)));
}

/**
 * Applies overlays, action by action. An action that matches nothing, or whose whole effect the document has already,
 * is remarked on; with the document that we know (`base`), also one that adds what the provider now has by himself.
 *
 * @throws ContractError when a file is no overlay.
 */
export function correct(document: JsonObject, overlays: readonly Source[], base?: JsonObject): Corrected {
  const findings = createFindings();
  const remarks = createFindings();
  const result: JsonObject = structuredClone(document);
  for (const source of overlays) {
    const actions = member(source.value, "actions");
    const isOverlay = /^1\.\d+(\.\d+)?$/.test(String(member(source.value, "overlay"))) && isList(actions);
    if (!isOverlay) findings.error("overlay", { source, pointer: "" }, "this is not an OpenAPI Overlay 1.0");
    for (const [index, action] of (isList(actions) ? actions : []).entries()) {
      const place = { source, pointer: `/actions/${index}` };
      const remark = remarkOn(result, action, base);
      const problem = applyAction(result, action);
      const target = quoted(textMember(action, "target") ?? "");
      if (problem === "no match") remarks.repaired("overlay-no-match", place, `${target} matches nothing any more`);
      else if (problem !== undefined) findings.error("overlay", place, problem);
      else if (remark !== undefined) remarks.repaired("overlay-not-needed", place, `${target}: ${remark}`);
    }
  }
  if (findings.hasErrors()) throw new ContractError(findings.finish(true));
  return { document: result, remarks: remarks.finish(false) };
}

function remarkOn(root: JsonObject, action: Json, base: JsonObject | undefined): string | undefined {
  const update = member(action, "update");
  if (update === undefined || member(action, "remove") === true) return undefined;
  let places: readonly (readonly (string | number)[])[];
  try {
    places = placesOf(root, textMember(action, "target") ?? "");
  } catch {
    return undefined;
  }
  const targets = places.map((path) => [path.map(String), valueAt(root, path.map(String))] as const);
  if (targets.length > 0 && targets.every(([, target]) => has(target, update))) {
    return "the document says so by itself; remove the action";
  }
  if (base === undefined) return undefined;
  for (const [path, target] of targets) {
    for (const [name] of members(update)) {
      if (!isObject(member(target, name)) || valueAt(base, [...path, name]) !== undefined) continue;
      if (valueAt(base, path) !== undefined)
        return `the document has ${quoted(name)} by itself now; see what is still needed`;
    }
  }
  return undefined;
}

/** Whether an update would leave this as it is. */
function has(target: Json | undefined, update: Json): boolean {
  if (isList(target)) return target.some((item) => JSON.stringify(item) === JSON.stringify(update));
  if (!isObject(target) || !isObject(update)) return false;
  return members(update).every(([key, value]) => {
    const found = member(target, key);
    if (isObject(found) && isObject(value)) return has(found, value);
    return JSON.stringify(found) === JSON.stringify(value);
  });
}
