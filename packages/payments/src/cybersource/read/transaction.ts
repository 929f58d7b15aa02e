import { text } from "../../gateway/reading.ts";

/** A step of a transaction: `ics_auth`, `ics_bill` … */
export interface ApplicationBody {
  readonly name?: string;
  readonly status?: string;
  readonly reasonCode?: string;
  readonly rFlag?: string;
}

/** What single transactions and those of a search have in common. */
export interface StoredBody {
  readonly id?: string;
  readonly status?: string;
  readonly applicationInformation?: {
    readonly status?: string;
    readonly reasonCode?: string;
    readonly applications?: readonly ApplicationBody[];
  };
}

/** What a transaction did. `root`: it is the payment itself. */
export type TransactionKind = "root" | "capture" | "refund" | "reversal" | "void" | "authentication";

export function applicationsOf({ applicationInformation }: StoredBody, name?: string): readonly ApplicationBody[] {
  const found = applicationInformation?.applications;
  const all = Array.isArray(found) ? found.filter((each) => typeof each === "object" && each !== null) : [];
  return name === undefined ? all : all.filter((each) => each.name === name);
}

export function kindOf(body: StoredBody): TransactionKind {
  const names = applicationsOf(body).map(({ name }) => name ?? "");
  if (names.includes("ics_auth")) return "root";
  if (names.includes("ics_credit")) return "refund";
  if (names.includes("ics_void")) return "void";
  if (names.includes("ics_auth_reversal")) return "reversal";
  if (names.includes("ics_bill")) return "capture";
  return names.length > 0 && names.every((name) => name.startsWith("ics_pa_")) ? "authentication" : "root";
}

/** Whether it authorized and captured in one. */
export function isSale(body: StoredBody): boolean {
  return kindOf(body) === "root" && applicationsOf(body, "ics_bill").length > 0;
}

/** The status, or what its number stands for where there is none. */
export function statusOf(body: StoredBody, application?: ApplicationBody): string {
  const information = body.applicationInformation;
  const status = text(information?.status) ?? text(application?.status) ?? text(body.status);
  return (
    status ?? statusOfCode(information?.reasonCode ?? application?.reasonCode ?? applicationsOf(body)[0]?.reasonCode)
  );
}

function statusOfCode(code: string | undefined): string {
  switch (text(code)) {
    case undefined:
      return "";
    case "100":
      return "AUTHORIZED";
    case "110":
      return "PARTIAL_AUTHORIZED";
    case "475":
      return "PENDING_AUTHENTICATION";
    case "480":
      return "PENDING_REVIEW";
    default:
      return "FAILED";
  }
}

/** The number of what went wrong: of the first step that did. */
export function failedCode(body: StoredBody): string | undefined {
  const codes = [...applicationsOf(body).map(({ reasonCode }) => reasonCode), body.applicationInformation?.reasonCode];
  return codes.find((code) => text(code) !== undefined && code !== "100" && code !== "110");
}
