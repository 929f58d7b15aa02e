import type {
  HyperswitchApiKeyClient,
  HyperswitchEphemeralKeyClient,
  HyperswitchPublishableKeyClient,
} from "../../src/generated/client.ts";

/** Calls of every group; compiled against our client and against the one of the provider's own document. */
export async function program(
  server: HyperswitchApiKeyClient,
  browser: HyperswitchPublishableKeyClient,
  customer: HyperswitchEphemeralKeyClient,
): Promise<readonly (string | undefined)[]> {
  const card = { card_number: "4242424242424242", card_exp_month: "03", card_exp_year: "2030", card_cvc: "737" };
  const created = await server.payments.create(
    {
      amount: 6540,
      currency: "USD",
      confirm: true,
      capture_method: "manual",
      authentication_type: "no_three_ds",
      customer: { id: "cus_demo_1", email: "customer@example.com" },
      email: "customer@example.com",
      payment_method: "card",
      payment_method_type: "credit",
      payment_method_data: { card: { ...card, card_holder_name: null }, billing: { address: { country: "US" } } },
      order_details: [{ product_name: "Shoes", quantity: 1, amount: 6540 }],
      metadata: { order: "A-100" },
    },
    { idempotencyKey: "order-1001/payment-1" },
  );
  if ("error" in created) return [created.error.code, created.error.reason ?? undefined];
  const id = created.payment_id;
  for (const payment_method_data of [
    "reward" as const,
    { card_with_no_cvc: { card_number: "4242424242424242", card_exp_month: "03", card_exp_year: "2030" } },
    { bank_redirect: { ideal: {} } },
    { wallet: { paypal_redirect: { email: null } } },
    { upi: { upi_collect: { vpa_id: "success@upi" } } },
  ]) {
    await server.payments.update(id, { payment_method_data });
  }

  const confirmed = await browser.payments.confirm(id, { payment_method: "card", payment_method_data: { card } });
  const action = "error" in confirmed ? undefined : confirmed.next_action;
  const next = action?.type === "redirect_to_url" ? action.redirect_to_url : action?.type;
  const payment = await server.payments.retrieve(id, {
    force_sync: true,
    expand_attempts: true,
    expand_captures: true,
  });
  const captured = await server.payments.capture(id, { amount_to_capture: 3000 });
  const increased = await server.payments.incrementAuthorization(id, { amount: 8000 });
  const cancelled = await server.payments.cancel(id, { cancellation_reason: "requested_by_customer" });
  const voided = await server.payments.cancelPostCapture(id, {});
  const extended = await server.payments.extendAuthorization(id);
  const { metadata } = await server.payments.updateMetadata(id, { metadata: { order: "A-101" } });
  const found: string[] = [];
  for await (const each of server.payments.list({ limit: 2, "created.gte": "2026-11-01T00:00:00Z" })) {
    found.push(each.status);
    if (found.length > 1) break;
  }

  const session = await browser.payments.sessionTokens({ payment_id: id, wallets: ["google_pay"] });
  const wallet = session.session_token.find((token) => token.wallet_name === "apple_pay");
  const authentication = await browser.payments.authenticate(id, {
    device_channel: "BRW",
    threeds_method_comp_ind: "Y",
  });
  const poll = await browser.polls.retrieve("poll_demo_1");
  const link = await server.paymentLinks.retrieve("plink_demo_1");
  const offered = await browser.payments.clientMethods(id);

  const refund = await server.refunds.create(
    { payment_id: id, amount: 1500 },
    { idempotencyKey: "order-1001/refund-1" },
  );
  const again = await server.refunds.retrieve(refund.refund_id, { force_sync: true });
  const refunds = await server.refunds.list({ refund_status: ["succeeded"], limit: 10 });
  const mandate = await server.mandates.retrieve("man_demo_1");
  const revoked = await server.mandates.revoke(mandate.mandate_id);
  const person = await server.customers.create({ customer_id: "cus_demo_1", name: "Test Customer" });
  const saved = await server.customers.paymentMethods(person.customer_id);
  const method = await server.paymentMethods.create({ payment_method: "card", customer_id: person.customer_id });
  const preferred = await customer.customers.setDefaultPaymentMethod(person.customer_id, method.payment_method_id);
  const dispute = await server.disputes.retrieve("dp_demo_1");
  const lost = await server.payments.retrieve("pay_demo0000000000000000000002").result();

  return [
    next,
    payment.payment_method ?? undefined,
    payment.attempts?.[0]?.status,
    captured.captures?.[0]?.status,
    increased.incremental_authorizations?.[0]?.status,
    cancelled.status,
    voided.state_metadata?.post_capture_void?.status,
    extended.capture_before ?? undefined,
    typeof metadata?.["order"],
    ...found,
    wallet?.wallet_name,
    authentication.trans_status,
    poll.status,
    link.status,
    offered.payment_methods_enabled[0]?.payment_method,
    refund.status,
    again.connector,
    refunds.data[0]?.currency,
    revoked.status,
    saved.customer_payment_methods[0]?.card?.last4_digits ?? undefined,
    preferred.default_payment_method_id ?? undefined,
    dispute.amount,
    dispute.dispute_stage,
    lost.status === 404 ? lost.error.code : undefined,
  ];
}
