import { key } from "./key.ts";

/** Made with the official SDK's code and a fixed clock; those of the older form were computed independently. */
export const now = Date.parse("2026-11-20T12:00:00Z");
export const body =
  '{"clientReferenceInformation":{"code":"TEST-1001"},"orderInformation":{"amountDetails":{"totalAmount":"10.00","currency":"USD"}}}';
export const bodyDigest = "xYn8BlDZ55oHRCUztj1n+TrVFyCoTMRhWtKQTuQyAo8=";
export const host = "https://apitest.cybersource.com";
export const transaction = "/tss/v2/transactions/7637530000000000000001";

const instruments = "/tms/v1/paymentinstruments?offset=0&limit=5";
const payment = "/pts/v2/payments/7637530000000000000001";
const portfolioId = "acme_portfolio";
const older = "(request-target)";

export const httpSignatures = [
  ["a POST", "POST", "/pts/v2/payments", {}, "rEubdaJf8kMHWUZOxQrDp5CnPgIV2aymau0adLfVcbg="],
  ["a GET", "GET", transaction, {}, "VDi5DrWu8B17bBol/UFEwm4yqk/be5JbdLRjngbk+3g="],
  ["a GET with a query", "GET", instruments, {}, "bqFMwIOWF1K5JO209Pz0hnOugwGlLmi6VHN3BCmue6I="],
  ["a PATCH", "PATCH", payment, {}, "PpNmTJ7CQlgwY3NkE3HOdOapSzf5qK6+WpDQ8wVujvo="],
  [
    "a POST with a meta key",
    "POST",
    "/pts/v2/payments",
    { portfolioId },
    "ULjytoCenipAeTxKr7aO6OFdHBP9ZrJC/aBWz5Q4TwQ=",
  ],
  [
    "a POST in the older form",
    "POST",
    "/pts/v2/payments",
    { requestTarget: older },
    "eFtKxOg8abIZpneAr5fQJ6UOi3lvHY0TbF4UT9+04dw=",
  ],
  [
    "a GET in the older form",
    "GET",
    transaction,
    { requestTarget: older },
    "LhH06o474xd+4ZwgXLbsUiVP2VSJycNiwhHz5PM5YwY=",
  ],
] as const;

export const httpSignatureHeader =
  `keyid="${key.keyId}", algorithm="HmacSHA256", headers="host date request-target digest v-c-merchant-id", ` +
  'signature="rEubdaJf8kMHWUZOxQrDp5CnPgIV2aymau0adLfVcbg="';

export const tokenId = "7d8f3a52-1c04-4b6e-9f21-0a5b6c7d8e9f";
export const token =
  "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImtpZCI6IjExMTExMTExLTIyMjItNDMzMy04NDQ0LTU1NTU1NTU1NTU1NSJ9.eyJkaWdlc3QiOiJ4WW44QmxEWjU1b0hSQ1V6dGoxbitUclZGeUNvVE1SaFd0S1FUdVF5QW84PSIsImRpZ2VzdC1hbGdvcml0aG0iOiJTSEEtMjU2IiwiaWF0IjoxNzk1MTc2MDAwLCJleHAiOjE3OTUxNzYxMjAsInJlcXVlc3QtaG9zdCI6ImFwaXRlc3QuY3liZXJzb3VyY2UuY29tIiwicmVxdWVzdC1yZXNvdXJjZS1wYXRoIjoiL3B0cy92Mi9wYXltZW50cyIsInJlcXVlc3QtbWV0aG9kIjoicG9zdCIsImlzcyI6ImFjbWVfdGVzdCIsImp0aSI6IjdkOGYzYTUyLTFjMDQtNGI2ZS05ZjIxLTBhNWI2YzdkOGU5ZiIsInYtYy1qd3QtdmVyc2lvbiI6IjIiLCJ2LWMtbWVyY2hhbnQtaWQiOiJhY21lX3Rlc3QifQ.L-xTlIzA88a16AlC1CYyYDys5SgOntECdCe2fvW9bKs";
export const tokenOfGetSignature = "vMIMJEMJs4shqvVhwTNKnZ6LzqpTHT5TWqfKrEgbV_s";

export const webhookSecret = "Y3liZXJzb3VyY2Utd2ViaG9vay1rZXktMDAwMDAwMDE=";
export const webhookBody =
  '{"eventType":"payments.payments.accept","payload":{"id":"7637530000000000000001","status":"AUTHORIZED"}}';
const webhookKey = "22222222-3333-4444-8555-666666666666";
export const webhookHeader = `t=1795176000000;keyId=${webhookKey};sig=cekY/QKsh7RxHOWFeUyH5o6QD2oDHUBc+Wj6aU+wAUI=`;
export const webhookPayloadHeader = `t=1795176000000;keyId=${webhookKey};sig=zpGjiijubTCh6RtxzYFLGoX4Izh3Nbe2xv/fDwp0BDs=`;
