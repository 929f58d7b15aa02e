export { type Campaign, campaign, scenes } from "./campaign/campaign.ts";
export { table } from "./campaign/table.ts";
export { type Failure, type Row, Tally } from "./campaign/tally.ts";
export { subject } from "./shop/real-subject.ts";
export { type RunResult, run, type Scene } from "./shop/run.ts";
export type { Subject } from "./shop/subject.ts";
