import type { ProviderName } from "@specie/payments";
import type { Json } from "../json.ts";
import type { Page } from "./fault.ts";

const html = "<!doctype html><html><head><title>Bad gateway</title></head><body>Try again later.</body></html>";

/** The text of an answer that something in between gives, or the provider's own for its faults. */
export function pageText(provider: ProviderName, { body, status }: Page): string {
  if (body === "none") return "";
  return body === "html" ? html : JSON.stringify(own[provider](status));
}

const own: Readonly<Record<ProviderName, (status: number) => Json>> = {
  hyperswitch: (status) => ({
    error: { type: status < 500 ? "invalid_request" : "api", message: "Something went wrong", code: "HE_00" },
  }),
  cybersource: (status) =>
    status < 500
      ? { response: { rmsg: "Too many requests" } }
      : {
          submitTimeUtc: "2026-11-20T12:21:00Z",
          status: "SERVER_ERROR",
          reason: "SYSTEM_ERROR",
          message: "The outcome is not known.",
        },
  razorpay: (status) => ({
    error: {
      code: status < 500 ? "BAD_REQUEST_ERROR" : "SERVER_ERROR",
      description: status < 500 ? "Too many requests." : "We are facing some trouble completing your request.",
      source: "internal",
      step: "NA",
      reason: status < 500 ? "NA" : "server_error",
      metadata: {},
    },
  }),
};

export const pageOfHtml: string = html;
