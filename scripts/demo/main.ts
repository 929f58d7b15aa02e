import { startMock } from "@specie/mock";
import { cybersource } from "./cybersource.ts";
import { hyperswitch } from "./hyperswitch.ts";
import { razorpay } from "./razorpay.ts";
import { checkReadme } from "./readme.ts";
import { heading, play, type Row } from "./stage.ts";
import { table } from "./table.ts";

// A payment's life on every provider through @specie/payments, against real Prism servers on this machine.
const rows: Row[] = [];
let failed = false;
for (const life of [hyperswitch, cybersource, razorpay]) {
  const started = performance.now();
  await using mock = await startMock(life.contract);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${life.provider}: a mock of ${mock.operations} operations on ${mock.url}, ready after ${seconds} s`);
  rows.push(...(await play(life, mock.url)));
  for (const { method, path, message } of mock.violations()) {
    console.error(`violation: ${method} ${path}: ${message}`);
    failed = true;
  }
}
const told = table(heading, rows);
console.log(`\n${told}\n`);
if (failed) process.exit(1);
console.log("Every request was checked against its contract, and none broke it. Next: README.md, then `npm test`.");
if (process.argv.includes("--check")) checkReadme(told);
