import { readFileSync, writeFileSync } from "node:fs";
import { type Ability, capabilities, capabilityMatrix, capabilityTitles } from "../src/gateway/index.ts";
import { errorCodes } from "../src/model/error-codes.ts";
import { repeats } from "./repeats.ts";

const readme = new URL("../README.md", import.meta.url);
const marks = { native: "yes", composed: "composed", none: "–" };

/** The README with its tables as the data have them, between their markers. */
export function withTables(text: string): string {
  return [
    ["capabilities", matrix()],
    ["absent", absent()],
    ["errors", errors()],
    ["repeats", repeatsTable()],
  ].reduce((whole, [name, table]) => {
    const section = new RegExp(`(<!-- specie:${name} -->\n)[\\s\\S]*?(<!-- /specie:${name} -->)`);
    return whole.replace(section, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`);
  }, text);
}

const providers = ["hyperswitch", "cybersource", "razorpay"] as const;

function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function matrix(): string {
  const rows = capabilities.map((capability) => {
    const cells = providers.map((provider) => marks[capabilityMatrix[provider].operations[capability].support]);
    return row(`\`${capability}\``, capabilityTitles[capability], ...cells);
  });
  return [
    row("Capability", "", "Hyperswitch", "CyberSource", "Razorpay"),
    row("---", "---", "---", "---", "---"),
    ...rows,
  ].join("\n");
}

/** Every absence with its reason. */
function absent(): string {
  const rows = providers.flatMap((provider) =>
    capabilities.flatMap((capability) => {
      const { support, note = "" }: Ability = capabilityMatrix[provider].operations[capability];
      return support === "none" ? [row(provider, `\`${capability}\``, note)] : [];
    }),
  );
  return [row("Provider", "Not there", "Why"), row("---", "---", "---"), ...rows].join("\n");
}

function repeatsTable(): string {
  const rows = providers.flatMap((provider) =>
    Object.entries(capabilityMatrix[provider].idempotency).map(([operation, how]) => {
      const [mark, risk] = repeats[provider][operation] ?? ["", ""];
      return row(provider, `\`${operation}\``, `\`${how}\``, mark, risk);
    }),
  );
  const heads = [
    "Provider",
    "Operation",
    "Without a store",
    "A repeat is told by",
    "What can still happen without a store",
  ];
  return [row(...heads), row("---", "---", "---", "---", "---"), ...rows].join("\n");
}

function errors(): string {
  const rows = Object.entries(errorCodes).map(([code, { category, retry }]) =>
    row(`\`${code}\``, category, `\`${retry}\``),
  );
  return [row("Code", "Category", "What may help"), row("---", "---", "---"), ...rows].join("\n");
}

if (import.meta.main) writeFileSync(readme, withTables(readFileSync(readme, "utf8")));
