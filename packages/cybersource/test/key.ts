/** Invented credentials: the secret decodes to `example-shared-secret-0123456789`. */
export const key = {
  merchantId: "acme_test",
  keyId: "11111111-2222-4333-8444-555555555555",
  secret: "ZXhhbXBsZS1zaGFyZWQtc2VjcmV0LTAxMjM0NTY3ODk=",
} as const;
