import { startMock } from "@specie/mock";
import { razorpay } from "./razorpay.ts";
import { table } from "./table.ts";

// A payment's life on every provider that has a client, against real Prism servers on this machine.
for (const life of [razorpay]) {
  const { provider, contract } = life;
  const started = performance.now();
  await using mock = await startMock(contract);
  const ready = performance.now() - started;
  console.log(
    `\n${provider}: mock of ${mock.operations} operations on ${mock.url} after ${(ready / 1000).toFixed(1)} s\n`,
  );
  console.log(table(["Step", "Call", "Answer", "What it says"], await life.run(mock.url)));
  const violations = mock.violations();
  if (violations.length > 0) {
    for (const { method, path, message } of violations) console.error(`violation: ${method} ${path}: ${message}`);
    process.exitCode = 1;
  }
}
if (process.exitCode === undefined)
  console.log("\nEvery request was checked against its contract; none broke it. Next: README.md, then `npm test`.");
