import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Answer, expectedPath, type Operation, parametersOf, plainAnswer } from "./expected.ts";

/** What this worker relies on in every generated package. */
interface Generated {
  createClient(options: object): Record<string, unknown>;
  provider: { readonly security: Readonly<Record<string, { readonly type: string }>> };
}

type Method = (...given: unknown[]) => { result(): Promise<{ readonly status: unknown; readonly error?: Error }> };

const base = "https://api.example";
const sent: { method: string; url: string }[] = [];
let answer: Answer | undefined;
const folder = process.argv[2] ?? "";
const load = (file: string): Promise<object> => import(pathToFileURL(join(folder, "src", file)).href);

const { createClient } = (await load("generated/client.ts")) as Generated;
const { provider } = (await load("generated/provider.ts")) as Generated;
const operations = Object.values(await load("generated/operations.ts")).filter(
  (value): value is Operation => typeof value === "object",
);
await load("index.ts");

const credentials = Object.fromEntries(
  Object.entries(provider.security).map(([name, { type }]) => [
    name,
    type === "basic" ? { username: "user", password: "invented" } : "invented",
  ]),
);
const client = createClient({
  baseUrl: base,
  credentials,
  sign: () => undefined,
  retries: 0,
  fetch: async (url: string, { method }: { method: string }) => {
    sent.push({ method, url });
    return answer;
  },
});

const problem = await firstProblem();
console.log(JSON.stringify({ called: operations.length, problem }));

async function firstProblem(): Promise<string | undefined> {
  for (const operation of operations) {
    const problem = await problemOf(operation);
    if (problem !== undefined) return `${operation.name} (${operation.method} ${operation.path}): ${problem}`;
  }
  return undefined;
}

async function problemOf(operation: Operation): Promise<string | undefined> {
  sent.length = 0;
  const { status, response } = plainAnswer(operation);
  answer = response;
  const given = new Map(parametersOf(operation).map((name, index) => [name, `id${index + 1}`]));
  const body = operation.takesBody ? [bodyFor(operation)] : [];
  const result = await methodOf(operation)(...given.values(), ...body).result();
  const [request] = sent;
  if (request === undefined) return `nothing was sent: ${result.error?.message ?? String(result.status)}`;
  if (request.method !== operation.method) return `sent as ${request.method}`;
  if (request.url.includes("#")) return "sent with a fragment, which cuts off what follows";
  if (request.url.split("?").length > 2) return "sent with two question marks";
  const { pathname } = new URL(request.url);
  const expected = expectedPath(operation, given);
  if (pathname !== expected) return `sent to ${pathname} in place of ${expected}`;
  if (result.status !== status)
    return `status ${String(result.status)} in place of ${status}: ${result.error?.message}`;
  return undefined;
}

function methodOf({ name }: Operation): Method {
  let value: unknown = client;
  for (const part of name.split(".")) value = (value as Record<string, unknown>)[part];
  if (typeof value !== "function") throw new Error(`the client has no ${name}`);
  return value as Method;
}

function bodyFor({ contentType = "application/json" }: Operation): unknown {
  return /json|x-www-form-urlencoded|^multipart\//i.test(contentType) ? {} : "text";
}
