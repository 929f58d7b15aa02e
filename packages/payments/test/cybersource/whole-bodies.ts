/** Bodies with everything in them that the model has a place for. */
const card = { type: "002", prefix: "555555", suffix: "4444", expirationMonth: "03", expirationYear: "2031" };
const billTo = {
  firstName: "Test",
  lastName: "Customer",
  company: { name: "Acme" },
  address1: "1 Demo Street",
  address2: "Floor 2",
  address3: "Door 3",
  locality: "Austin",
  administrativeArea: "TX",
  postalCode: "78750",
  country: "US",
  email: "test@example.com",
  phoneNumber: "15125550100",
};
const shipTo = { firstname: "Other", lastname: "Person", company: "Acme", address1: "2 Demo Street", country: "CA" };
const link = (id: string) => ({ href: `https://internal.example/tss/v2/transactions/${id}`, method: "GET" });

export const whole = {
  payment: {
    id: "1",
    submitTimeUtc: "2026-11-20T12:00:00Z",
    status: "AUTHORIZED",
    clientReferenceInformation: { code: "ORDER-1001.00000000000000000000000001" },
    orderInformation: {
      amountDetails: { totalAmount: "65.40", authorizedAmount: "60.00", currency: "usd" },
      billTo,
      shipTo,
    },
    paymentInformation: { card, bin: "555555", issuerInformation: { name: "Demo Bank", country: "IN" } },
    processorInformation: { networkTransactionId: "net-1", transactionId: "tx-1", responseCode: "00" },
    tokenInformation: { customer: { id: "cust-1" }, paymentInstrument: { id: "inst-1" } },
    buyerInformation: { merchantCustomerId: "buyer-1" },
  },
  root: {
    id: "1",
    rootId: "1",
    submitTimeUTC: "2026-11-20T12:00:00Z",
    applicationInformation: {
      status: "AUTHORIZED",
      reasonCode: "100",
      applications: [{ name: "ics_auth", status: "AUTHORIZED", reasonCode: "100" }],
    },
    clientReferenceInformation: { code: "ORDER-1001.00000000000000000000000001", comments: "A book" },
    orderInformation: {
      amountDetails: { totalAmount: "65.40", authorizedAmount: "60.00", currency: "USD" },
      billTo,
      shipTo,
    },
    paymentInformation: { card, customer: { id: "cust-1" } },
    processorInformation: { transactionId: "tx-1" },
    merchantDefinedInformation: [
      { key: "shelf", value: "7" },
      { key: 8, value: "8" },
      { key: "row" },
      { value: "9" },
      null,
    ],
    processingInformation: { captureOptions: { captureSequenceNumber: 1, totalCaptureCount: 2 } },
  },
  capture: {
    id: "2",
    rootId: "1",
    submitTimeUTC: "2026-11-20T13:00:00Z",
    applicationInformation: { applications: [{ name: "ics_bill", status: "TRANSMITTED", reasonCode: "100" }] },
    orderInformation: { amountDetails: { totalAmount: "20.00", currency: "USD" } },
    processingInformation: { captureOptions: { captureSequenceNumber: 2, totalCaptureCount: 2 } },
    _links: { relatedTransactions: [link("1")] },
  },
  refund: {
    id: "3",
    rootId: "1",
    submitTimeUTC: "2026-11-20T14:00:00Z",
    applicationInformation: { applications: [{ name: "ics_credit", status: "TRANSMITTED", reasonCode: "100" }] },
    clientReferenceInformation: { code: "ORDER-1001.00000000000000000000000003" },
    orderInformation: { amountDetails: { totalAmount: "5.00", currency: "USD" } },
    _links: { relatedTransactions: [link("2")] },
  },
  refundAnswer: {
    id: "3",
    submitTimeUtc: "2026-11-20T14:00:00Z",
    status: "DECLINED",
    clientReferenceInformation: { code: "ORDER-1001.00000000000000000000000003" },
    refundAmountDetails: { refundAmount: "5.00", currency: "USD" },
    errorInformation: { reason: "PROCESSOR_DECLINED", message: "said", details: [{ field: "amount" }] },
    processorInformation: { responseCode: "05", merchantAdvice: { code: "03" } },
  },
  creditAnswer: {
    id: "4",
    submitTimeUtc: "2026-11-20T15:00:00Z",
    status: "COMPLETED",
    creditAmountDetails: { creditAmount: "7.00", currency: "USD" },
  },
  refreshed: {
    id: "5",
    submitTimeUtc: "2026-11-20T16:00:00Z",
    status: "AUTHORIZED_RISK_DECLINED",
    clientReferenceInformation: { code: "ORDER-1001.00000000000000000000000005" },
    orderInformation: { billTo: { country: "NL" }, shipTo: { country: "BE" } },
    paymentInformation: { paymentType: { name: "eWallet", method: { name: "payPal" } }, eWallet: { accountId: "a" } },
  },
  summary: {
    id: "6",
    submitTimeUtc: "2026-11-20T17:00:00Z",
    applicationInformation: {
      reasonCode: "110",
      applications: [{ name: "ics_auth", reasonCode: "110" }],
    },
    clientReferenceInformation: { code: "ORDER-1001.00000000000000000000000006" },
    orderInformation: {
      amountDetails: { totalAmount: "65.40", currency: "USD" },
      billTo: { email: "test@example.com" },
    },
    paymentInformation: { card: { type: "001", suffix: "1111" }, paymentType: { type: "credit card", method: "VI" } },
  },
};
