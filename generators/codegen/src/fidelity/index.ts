export { type Comparison, compare } from "./compare.ts";
export { type Coverage, coverageOf } from "./coverage.ts";
export { type Difference, type Differences, none, type Remark, readDifferences } from "./differences.ts";
export type { Category, Direction, Finding, Kind } from "./finding.ts";
export { type Line, type Result, reportLines, unmeasuredLines } from "./report.ts";
export { findUpstream, type Upstream } from "./upstream.ts";
export { aliasesOf, judge, type Verdict } from "./verdict.ts";
