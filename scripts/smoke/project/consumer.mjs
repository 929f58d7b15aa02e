import { createServer } from "node:http";
import { createCybersource } from "@specie/cybersource";
import { createHyperswitch } from "@specie/hyperswitch";
import * as payments from "@specie/payments";
import { createRazorpay } from "@specie/razorpay";
import { connectRazorpay, fetchPayment } from "@specie/razorpay/operations";
import { nodeFetch } from "@specie/runtime/node";

const server = createServer((request, response) => {
  request.resume();
  const known = request.url === "/v1/payments/pay_Demo0000000001";
  response.writeHead(known ? 200 : 400, { "content-type": "application/json" });
  response.end(
    JSON.stringify(
      known
        ? { id: "pay_Demo0000000001", status: "captured" }
        : { error: { code: "BAD_REQUEST_ERROR", description: "unknown" } },
    ),
  );
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const options = {
  keyId: "rzp_test_EXAMPLE0000001",
  keySecret: "example_key_secret",
  baseUrl: `http://127.0.0.1:${server.address().port}`,
};
const fetch = nodeFetch();

const razorpay = createRazorpay({ ...options, fetch });
const payment = await razorpay.payments.fetch("pay_Demo0000000001");
const refused = await fetchPayment(connectRazorpay(options), "pay_Demo0000000002").result();
await fetch.close();
server.close();
server.closeAllConnections();
const others = [createCybersource, createHyperswitch, payments.money].every((value) => typeof value === "function");
if (!others || payment.status !== "captured" || refused.status !== 400)
  throw new Error("the installed packages do not work");
console.log(`Node ${process.versions.node}: the installed packages work`);
