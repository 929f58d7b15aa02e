import { createServer } from "node:http";
import { answer as cybersourcePayment } from "./cybersource.ts";
import { payment as razorpayPayment } from "./razorpay.ts";

// Answers everything with one payment. Prints its port; ends when its parent closes stdin, or ends itself.
const razorpay = prepared(200, razorpayPayment);
const cybersource = prepared(201, cybersourcePayment);
const server = createServer((request, response) => {
  request.resume();
  const { status, headers, body } = request.url?.startsWith("/pts/") === true ? cybersource : razorpay;
  response.writeHead(status, headers).end(body);
});
// Longer than the bench, so that no kept connection closes under a request.
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(address.port);
});
process.stdin.resume().on("close", () => process.exit(0));

interface Prepared {
  readonly status: number;
  readonly headers: { readonly "content-type": string; readonly "content-length": number };
  readonly body: Buffer;
}

function prepared(status: number, value: object): Prepared {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: { "content-type": "application/json", "content-length": body.length }, body };
}
