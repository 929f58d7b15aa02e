import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, specie } from "./run.ts";

const root = resolve(import.meta.dirname, "../../../..");

const document = `
openapi: 3.1.0
info: { title: Acme, version: "1" }
servers: [{ url: "https://api.acme.example" }]
security: [{ secret: [] }]
paths:
  /payments:
    post:
      operationId: createPayment
      tags: [payments]
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer } } } } } }
      responses: { "200": { description: ok } }
  /payments/{id}:
    get:
      operationId: getPayment
      tags: [payments]
      security: [{ secret: [] }, { publishable: [] }]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok } }
  /methods:
    get: { operationId: listMethods, tags: [methods], security: [{ publishable: [] }], responses: { "200": { description: ok } } }
components:
  securitySchemes:
    secret: { type: http, scheme: basic }
    publishable: { type: apiKey, in: header, name: api-key }
`;

const consumer = `
import { createAcme } from "./src/index.ts";

const both = createAcme({ credentials: { secret: { username: "a", password: "b" }, publishable: "pk_EXAMPLE" } });
both.payments.createPayment({ amount: 1 });
both.methods.list();

const browser = createAcme({ credentials: { publishable: "pk_EXAMPLE" } });
browser.payments.getPayment("pay_1");
browser.methods.list();
// @ts-expect-error a publishable key creates no payments
browser.payments.createPayment({ amount: 1 });

const server = createAcme({ credentials: { secret: { username: "a", password: "b" } } });
server.payments.createPayment({ amount: 1 });
// @ts-expect-error the secret alone lists no methods
server.methods.list();
// @ts-expect-error there is no such scheme
createAcme({ credentials: { other: "x" } });
`;

describe("credentials", () => {
  it("give a client that has only the operations which accept them", { timeout: 60_000 }, async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, "acme.yaml"), document);
    const { err } = await specie(cwd, "generate", "--spec", "acme.yaml", "--output", ".", "--name", "acme");
    expect(err).toBe("");
    await writeFile(join(cwd, "consumer.ts"), consumer);
    await mkdir(join(cwd, "node_modules/@specie"), { recursive: true });
    await symlink(join(root, "packages/runtime"), join(cwd, "node_modules/@specie/runtime"));
    const args = [
      "--ignoreConfig",
      "consumer.ts",
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--allowImportingTsExtensions",
    ];
    expect(run(args, cwd)).toBe("");
  });
});

function run(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...args], {
      cwd,
      encoding: "utf8",
    });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
