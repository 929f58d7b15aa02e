import { parseArgs } from "node:util";
import { campaign, scenes } from "./campaign/campaign.ts";
import { table } from "./campaign/table.ts";
import { type Caught, check, tableOfRules } from "./rules/check.ts";
import { rules } from "./rules/rules.ts";
import { subject } from "./shop/real-subject.ts";
import { run } from "./shop/run.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    provider: { type: "string", multiple: true },
    replay: { type: "string" },
    rules: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const usage = `faults: what the gateways do when the network does its worst

  pnpm faults --runs 10000 --seed 7              so many runs of each
  pnpm faults --runs 100 --provider razorpay     of one provider, or of the router
  pnpm faults --replay 7/cybersource/42          one run again, line by line
  pnpm faults --rules                            the same with one safety rule broken at a time: each must be noticed`;

const wanted = scenes.filter((name) => values.provider === undefined || values.provider.includes(name));
const runs = Number(values.runs);

if (values.help) console.log(usage);
else if (values.rules) await withoutEach();
else if (!Number.isInteger(runs) || runs < 1 || wanted.length === 0) {
  console.error(`faults: --runs is a whole number above 0, --provider one of ${scenes.join(", ")}`);
  process.exitCode = 2;
} else if (values.replay === undefined) await many();
else await again(values.replay);

async function many(): Promise<void> {
  const started = performance.now();
  const tally = await campaign(subject, {
    runs,
    seed: values.seed,
    only: wanted,
    onProgress: (done, of) => {
      if (process.stderr.isTTY && (done % 100 === 0 || done === of)) process.stderr.write(`\r${done}/${of} `);
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\nseed ${values.seed}, ${runs} runs of each, ${seconds} s\n\n${table(tally.rows())}\n`);
  for (const { seed, violations } of tally.failures.slice(0, 20)) {
    console.log(`${seed}: ${violations.join("; ")}\n  again: pnpm faults --replay ${seed}`);
  }
  const [first] = tally.failures;
  if (first === undefined) console.log("Every promise was kept.");
  else {
    console.log(`\n${tally.failures.length} runs broke a promise. The first, step by step:\n${first.story.join("\n")}`);
    process.exitCode = 1;
  }
}

async function withoutEach(): Promise<void> {
  const all: Caught[] = [];
  for (const rule of rules) all.push(await check(rule, 600));
  console.log(tableOfRules(all));
  if (all.some(({ violation }) => violation === undefined)) process.exitCode = 1;
}

async function again(seed: string): Promise<void> {
  const scene = scenes.find((name) => seed.split("/").at(-2) === name);
  if (scene === undefined) {
    console.error("faults: --replay takes the seed of a run, such as 7/cybersource/42");
    process.exitCode = 2;
    return;
  }
  const { story, violations } = await run(subject, scene, seed);
  console.log(story.join("\n"));
  console.log(violations.length === 0 ? "\nEvery promise was kept." : `\n${violations.join("\n")}`);
  if (violations.length > 0) process.exitCode = 1;
}
