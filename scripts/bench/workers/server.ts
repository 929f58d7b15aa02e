import { createServer } from "node:http";
import { payment } from "./razorpay.ts";

// Answers everything with one payment. Prints its port; ends when its parent closes stdin, or ends itself.
const body = Buffer.from(JSON.stringify(payment));
const headers = { "content-type": "application/json", "content-length": body.length };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
// Longer than the bench, so that no kept connection closes under a request.
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(address.port);
});
process.stdin.resume().on("close", () => process.exit(0));
