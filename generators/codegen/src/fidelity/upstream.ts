import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ContractError } from "../contract/errors.ts";
import { fieldsOf } from "../contract/fields.ts";
import { createFindings } from "../contract/findings.ts";
import { isObject, member, textMember } from "../contract/json.ts";
import { defaultLimits } from "../contract/limits.ts";
import { readSource } from "../contract/read.ts";

/** Where the provider's document is, or why there is nothing to compare with. */
export type Upstream = { readonly file: string } | { readonly unmeasured: string };

/**
 * Finds the document that provider.yaml names as `upstream: { file }`, in `shared/upstream` beside the repository.
 *
 * @throws ContractError when provider.yaml doesn't say it in that way.
 */
export async function findUpstream(provider: string, folder: string, root: string): Promise<Upstream> {
  const read = { fetch, limits: defaultLimits, mayFetch: () => false };
  const source = await readSource(pathToFileURL(join(folder, "provider.yaml")), read);
  if (!isObject(source.value) || !Object.hasOwn(source.value, "upstream")) {
    return { unmeasured: `provider.yaml of ${provider} names no upstream document` };
  }
  const upstream = member(source.value, "upstream");
  if (upstream === null) return { unmeasured: `${provider} publishes no OpenAPI document` };
  const file = textMember(upstream, "file");
  if (file === undefined || /[/\\]|^\.*$/.test(file)) {
    const findings = createFindings();
    const fields = fieldsOf(upstream ?? null, source, "/upstream", "provider", findings);
    fields.error("file", "must be the name of a file in shared/upstream, such as 'acme-2026-01-31.json'");
    throw new ContractError(findings.finish(true));
  }
  const path = join(dirname(root), "shared", "upstream", file);
  return existsSync(path) ? { file: path } : { unmeasured: `../shared/upstream/${file} is not here` };
}
