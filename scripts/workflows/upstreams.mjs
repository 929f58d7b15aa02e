// The providers that publish a document of their own, as JSON: those whose contract names an address to follow.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const specs = join(dirname(fileURLToPath(import.meta.url)), "../../specs");
const names = readdirSync(specs).filter((name) => {
  try {
    return /^upstream:\n(?: .*\n)*? +url: /m.test(readFileSync(join(specs, name, "provider.yaml"), "utf8"));
  } catch {
    return false;
  }
});
console.log(JSON.stringify(names.sort()));
