import { readFileSync } from "node:fs";

/** Ends the run where the README at the root shows another table than the one that was printed. */
export function checkReadme(printed: string): void {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const shown = /<!-- specie:demo -->\n\n```text\n([\s\S]*?)\n```\n\n<!-- \/specie:demo -->/.exec(readme)?.[1];
  if (shown === printed) return;
  console.error("README.md: between the marks specie:demo there is not what this printed: copy the table there");
  process.exitCode = 1;
}
