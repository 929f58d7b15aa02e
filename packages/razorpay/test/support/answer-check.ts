import { startMock } from "@specie/mock";
import document from "../../openapi.json" with { type: "json" };

type Paths = typeof document.paths;

/** The schema of an operation's answer with status 200. */
export function answerSchema<P extends keyof Paths>(path: P, method: keyof Paths[P]): object {
  const found = ["responses", "200", "content", "application/json", "schema"].reduce<unknown>(
    (holder, name) => Reflect.get(Object(holder), name),
    document.paths[path][method],
  );
  if (typeof found !== "object" || found === null) throw new Error(`no schema for ${String(method)} ${path}`);
  return found;
}

/**
 * What is wrong with each answer, by the contract's schemas: a list for each, empty where it is valid. The mock checks
 * them, as the examples of a contract that has one address for each.
 */
export async function answerProblems(
  answers: readonly { readonly schema: object | undefined; readonly answer: unknown }[],
): Promise<readonly (readonly string[])[]> {
  const paths = answers.map(({ schema, answer: example }, index) => {
    const content = { "application/json": { schema, example } };
    return [`/answers/${index}`, { get: { responses: { 200: { description: "An answer.", content } } } }];
  });
  await using mock = await startMock({ ...document, webhooks: {}, security: [], paths: Object.fromEntries(paths) });
  const problems: string[][] = [];
  for (const index of answers.keys()) {
    mock.reset();
    await (await fetch(`${mock.url}/answers/${index}`)).text();
    problems.push(mock.violations().map(({ location, message }) => `${location.join(".")} ${message}`));
  }
  return problems;
}
