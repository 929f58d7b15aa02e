import { startMock } from "@specie/mock";
import { cybersource } from "./cybersource.ts";
import { hyperswitch } from "./hyperswitch.ts";
import { razorpay } from "./razorpay.ts";
import { table } from "./table.ts";

// A payment's life on every provider, against real Prism servers on this machine.
let failed = false;
for (const { provider, contract, run } of [hyperswitch, cybersource, razorpay]) {
  const started = performance.now();
  await using mock = await startMock(contract);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${provider}: a mock of ${mock.operations} operations on ${mock.url}, ready after ${seconds} s\n`);
  console.log(table(["Step", "Call", "HTTP", "What the answer says"], await run(mock.url)));
  for (const { method, path, message } of mock.violations()) {
    console.error(`violation: ${method} ${path}: ${message}`);
    failed = true;
  }
}
if (failed) process.exit(1);
console.log("\nEvery request was checked against its contract, and none broke it. Next: README.md, then `npm test`.");
