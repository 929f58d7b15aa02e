import { searchQuery } from "@specie/cybersource";
import { invalid } from "../../gateway/unsupported.ts";
import { provider } from "../context.ts";
import type { CybersourceListFilter } from "../inputs.ts";

const week = 7 * 24 * 60 * 60 * 1000;

/** A query of the fields and times of a filter. There is always a window of time: without one nothing is found. */
export function writeQuery(filter: CybersourceListFilter, now: number, operation: string): string {
  const { fields = {}, from, to } = filter;
  const end = to ?? new Date(now);
  const isOpen = from === undefined && to === undefined;
  const window = { from: from ?? new Date(end.getTime() - week), to: end };
  try {
    if (Object.keys(fields).length > 0) return searchQuery(fields, isOpen ? { days: 7 } : window);
    return isOpen ? lastWeek : `submitTimeUtc:[${window.from.toISOString()} TO ${window.to.toISOString()}]`;
  } catch (error) {
    const problem = error instanceof TypeError ? error.message.replace("searchQuery: ", "") : "from, to: give dates";
    throw invalid(provider, operation, problem);
  }
}

const lastWeek = "submitTimeUtc:[NOW/DAY-7DAYS TO NOW/DAY+1DAY}";

/** The server gives up to 2500; 20 unless told. */
export function pageSize({ limit = 20 }: CybersourceListFilter, operation: string): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 2500) return limit;
  throw invalid(provider, operation, "limit: 1 to 2500", "limit");
}
