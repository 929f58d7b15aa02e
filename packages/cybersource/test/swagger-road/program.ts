import type { CybersourceClient } from "../../src/generated/client.ts";

/** Calls of every group; compiled against our client and against the one of the provider's own document. */
export async function program(cybersource: CybersourceClient): Promise<(string | undefined)[]> {
  const code = "ORDER-1001";
  const id = "7637530000000000000001";
  const amountDetails = { totalAmount: "102.21", currency: "USD" };
  const card = { number: "4111111111111111", expirationMonth: "12", expirationYear: "2031", type: "001" };
  const billTo = {
    firstName: "Test",
    lastName: "Customer",
    company: { name: "Demo Company" },
    address1: "1 Demo Street",
  };
  const address = {
    locality: "Austin",
    administrativeArea: "TX",
    postalCode: "78750",
    country: "US",
    email: "customer@example.com",
  };

  const payment = await cybersource.payments.create({
    clientReferenceInformation: { code, transactionId: "mti-8f0c2a" },
    processingInformation: {
      capture: false,
      commerceIndicator: "internet",
      authorizationOptions: { partialAuthIndicator: true },
    },
    paymentInformation: { card: { ...card, securityCode: "123" } },
    orderInformation: {
      amountDetails,
      billTo: { ...billTo, ...address },
      lineItems: [{ productName: "Room", quantity: 2 }],
    },
    travelInformation: { lodging: { checkInDate: "112026", numberOfRooms: 1 } },
  });
  const capture = await cybersource.payments.capture(payment.id ?? id, {
    processingInformation: { captureOptions: { captureSequenceNumber: 1, totalCaptureCount: 2 } },
    orderInformation: { amountDetails },
  });
  const increment = await cybersource.payments.increment(id, {
    orderInformation: { amountDetails: { additionalAmount: "15.00", currency: "USD" } },
  });
  const reversal = await cybersource.payments.reverse(id, {
    reversalInformation: { amountDetails, reason: "cancelled" },
  });
  const refunds = [
    await cybersource.payments.refund(id, { orderInformation: { amountDetails } }),
    await cybersource.captures.refund(capture.id ?? id, { orderInformation: { amountDetails } }),
  ];
  const credit = await cybersource.credits.create({
    paymentInformation: { card },
    orderInformation: { amountDetails },
  });
  const lost = { clientReferenceInformation: { code, transactionId: "mti-8f0c2a" } };
  const undone = await cybersource.reversals.createTimeout({ ...lost, reversalInformation: { amountDetails } });
  const voided = await cybersource.voids.createTimeout(lost);
  const refreshed = await cybersource.payments.refreshStatus(id, {
    processingInformation: { actionList: ["AP_STATUS"] },
  });

  const search = await cybersource.searches.create({ query: `clientReferenceInformation.code:${code}`, limit: 20 });
  const again = await cybersource.searches.retrieve(search.searchId ?? "");
  const transaction = await cybersource.transactions.retrieve(again._embedded?.transactionSummaries?.[0]?.id ?? id);

  const clientReferenceInformation = { code };
  const setup = await cybersource.payerAuthentication.setup({
    clientReferenceInformation,
    paymentInformation: { card },
  });
  const enrollment = await cybersource.payerAuthentication.enroll({
    clientReferenceInformation,
    paymentInformation: { card },
    orderInformation: {
      amountDetails,
      billTo: { firstName: "Test", lastName: "Customer", address1: "1 Demo Street", ...address },
    },
    consumerAuthenticationInformation: {
      referenceId: setup.consumerAuthenticationInformation?.referenceId ?? "",
      transactionMode: "S",
    },
  });
  const validation = await cybersource.payerAuthentication.validate({
    clientReferenceInformation,
    consumerAuthenticationInformation: {
      authenticationTransactionId: enrollment.consumerAuthenticationInformation?.authenticationTransactionId ?? "",
    },
  });

  const statuses = [
    payment,
    capture,
    increment,
    reversal,
    ...refunds,
    credit,
    undone,
    voided,
    refreshed,
    setup,
    enrollment,
    validation,
  ];
  return [...statuses.map(({ status }) => status), transaction.applicationInformation?.applications?.[0]?.name];
}
