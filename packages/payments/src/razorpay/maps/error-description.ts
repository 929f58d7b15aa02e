import type { ErrorCode } from "../../model/error-codes.ts";

/** Texts of errors that have no reason of their own, the first match wins. Texts are not stable: a reason goes first. */
export const errorDescription: readonly (readonly [pattern: RegExp, code: ErrorCode])[] = [
  [/does not exist|is not a valid id|URL was not found/i, "not_found"],
  [/already been captured|order is already paid|fully refunded already|status should be captured/i, "invalid_state"],
  [
    /greater than amount captured|must be equal to the amount authorized|must be at least (?!\d+ characters)|must be an integer|less than minimum amount/i,
    "invalid_amount",
  ],
  [/already exists/i, "duplicate"],
  [/Authentication failed|api key/i, "unauthorized"],
];
