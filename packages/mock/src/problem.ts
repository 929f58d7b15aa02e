import { firstLine } from "./mock-error.ts";
import type { Diagnostic } from "./violation.ts";

const severities: readonly unknown[] = ["Error", "Warning", "Information", "Hint"];

/**
 * What is behind an error that Prism makes up itself: the faults of the request when it lists them, else its own words.
 * It does so when the contract has no answer for a refused request, and when no path or example fits.
 *
 * @param wish the caller's `Prefer` header
 */
export function diagnosticsOf(error: Error, wish?: string): Diagnostic[] {
  const listed = "additional" in error ? member(error.additional, "validation") : undefined;
  const faults = Array.isArray(listed) ? listed.map(toDiagnostic).filter((fault) => fault !== undefined) : [];
  if (faults.length > 0) return faults;
  const missing = missingAnswer(error, wish);
  if (missing !== undefined) return [{ message: missing.message, severity: 0 }];
  const detail = member(error, "detail");
  return [{ message: typeof detail === "string" && detail !== "" ? detail : firstLine(error), severity: 0 }];
}

/**
 * The error of a wish that nothing in the contract fulfils. Prism answers with a 500 when an example is not there, which
 * clients take for a provider in trouble, and send again.
 */
export function missingAnswer(error: Error, wish: string | undefined): Error | undefined {
  if (wish === undefined || !`${error.name} ${error.message}`.includes("errors#NOT_FOUND")) return undefined;
  const missing = new Error(`nothing to answer with for "${wish}"`);
  return Object.assign(missing, { name: "https://stoplight.io/prism/errors#NOT_FOUND", status: 404 });
}

function toDiagnostic(fault: unknown): Diagnostic | undefined {
  const message = member(fault, "message");
  if (typeof message !== "string") return undefined;
  const location = member(fault, "location");
  const path = Array.isArray(location) ? location.map(String).filter((part, at) => at > 0 || part !== "request") : [];
  return { message, path, severity: Math.max(0, severities.indexOf(member(fault, "severity"))) };
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
