import { UsageError } from "./errors.ts";
import { isPackageName, type Provider } from "./provider.ts";
import { quoted } from "./text.ts";
import { wordsOf } from "./words.ts";

/**
 * Short name and npm name of a contract: provider.yaml's, else the caller's, else made from the title.
 *
 * @throws UsageError when the caller's name is no npm name.
 */
export function namesOf(
  provider: Provider | undefined,
  given: string | undefined,
  title: string,
): { name: string; packageName: string } {
  if (given !== undefined && !isPackageName(given)) {
    throw new UsageError(
      `${quoted(given)} is not an npm package name; use lower-case letters, digits and dashes: '@acme/pets'`,
    );
  }
  const wanted = given ?? provider?.packageName ?? title;
  const short = shortName(wanted.slice(wanted.lastIndexOf("/") + 1));
  const name = provider?.name ?? short;
  return { name, packageName: provider?.packageName ?? given ?? name };
}

function shortName(text: string): string {
  const name = wordsOf(text).join("-").slice(0, 60);
  return /^[a-z]/.test(name) ? name : `api${name === "" ? "" : `-${name}`}`;
}
