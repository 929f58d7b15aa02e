/** A provider's document as they come: OpenAPI 3.0, few examples, a wrong one, names that nobody chose with care. */
export const shop: object = {
  openapi: "3.0.3",
  info: { title: "Shop Payments", version: "2.1" },
  servers: [
    { url: "https://sandbox.shop.example/v1", description: "Sandbox" },
    { url: "https://api.shop.example/v1", description: "Live" },
  ],
  security: [{ token: [] }],
  components: {
    securitySchemes: {
      token: { type: "http", scheme: "bearer" },
      merchant: { type: "apiKey", in: "header", name: "X-Merchant" },
      partner: { type: "http", scheme: "basic" },
    },
    schemas: {
      Payment: {
        type: "object",
        required: ["id", "amount", "currency", "status"],
        properties: {
          id: { type: "string", pattern: "^pay_[A-Za-z0-9]{8}$" },
          amount: { type: "integer", minimum: 1 },
          currency: { type: "string", pattern: "^[A-Z]{3}$" },
          status: { type: "string", enum: ["created", "captured", "failed"] },
          note: { type: "string", nullable: true },
          created_at: { type: "string", format: "date-time" },
        },
      },
      Error: {
        type: "object",
        required: ["error"],
        properties: {
          error: {
            type: "object",
            required: ["code"],
            properties: { code: { type: "string" }, message: { type: "string" } },
          },
        },
      },
      Unused: { type: "object" },
    },
  },
  paths: {
    "/payments": {
      get: {
        tags: ["payments"],
        operationId: "listPayments",
        summary: "List payments",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", maximum: 100 } },
          { name: "starting_after", in: "query", schema: { type: "string" } },
        ],
        responses: {
          "200": json({ type: "array", items: { $ref: "#/components/schemas/Payment" } }),
          "401": json({ $ref: "#/components/schemas/Error" }),
        },
      },
      post: {
        tags: ["payments"],
        operationId: "createPayment",
        summary: "Create a payment",
        parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string" } }],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["amount", "currency"],
                properties: {
                  amount: { type: "integer", minimum: 1 },
                  currency: { type: "string", pattern: "^[A-Z]{3}$" },
                  note: { type: "string" },
                },
              },
              example: { amount: "lots" },
            },
          },
        },
        responses: {
          "201": {
            ...json({ $ref: "#/components/schemas/Payment" }),
            headers: { "X-Request-Id": { schema: { type: "string" } } },
          },
          default: json({ $ref: "#/components/schemas/Error" }),
        },
      },
    },
    "/payments/{id}/refund": {
      post: {
        tags: ["payments"],
        security: [{ token: [], merchant: [] }],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
        requestBody: { content: { "application/json": { schema: {} } } },
        responses: { "204": { description: "Done." } },
      },
    },
    "/ping": {
      get: {
        security: [],
        responses: { default: { description: "Pong.", content: { "text/plain": { schema: { type: "string" } } } } },
      },
    },
  },
};

function json(schema: object): object {
  return { description: "An answer.", content: { "application/json": { schema } } };
}
