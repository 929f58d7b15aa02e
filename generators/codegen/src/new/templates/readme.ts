import type { Contract } from "../../contract/contract.ts";
import { memberName, pascal } from "../../emit/names.ts";
import { code, identifier } from "../../emit/printer.ts";
import { markdown } from "../../package/readme.ts";
import type { CredentialField } from "../credentials.ts";
import { exampleOptions } from "./sources.ts";

/** A first README; the table of operations is filled in, and kept up to date, by `specie generate`. */
export function firstReadme(contract: Contract, fields: readonly CredentialField[]): string {
  const { packageName } = contract;
  const create = `create${pascal(contract.name)}`;
  const options = fields.flatMap(({ names, about }) =>
    names.map((name) => `| \`${name}\` | ${markdown(about.replaceAll("`", ""))} |`),
  );
  const simple = contract.operations.find(
    ({ method, pathParameters, queryParameters, headerParameters }) =>
      method === "GET" &&
      pathParameters.length === 0 &&
      ![...queryParameters, ...headerParameters].some((each) => each.required),
  );
  const call =
    simple === undefined
      ? ""
      : `\nconst result = await client.${simple.groupedName.map(memberName).join(".")}().result();\nif (result.ok) console.log(result.data);\n`;
  return `# ${markdown(packageName)}

${markdown(contract.title)} for TypeScript: typed as on the wire, small. Runs on Node ≥ 20.19, browsers, Deno, Bun and edge
runtimes.

\`\`\`sh
npm install ${packageName}
\`\`\`

\`\`\`ts
import { ${create} } from "${packageName}";

const client = ${code`${identifier(create)}(${exampleOptions(fields)});`.text}
${call}\`\`\`

\`await\` gives the body of a 2xx answer and throws otherwise; \`.result()\` gives every outcome as a value and never
throws. [\`@specie/runtime\`](https://www.npmjs.com/package/@specie/runtime) says when a call is sent again.

## Options

| \`${create}({ … })\` | |
| --- | --- |
${[
  ...options,
  `| \`environment\` | ${
    Object.keys(contract.environments)
      .map((name) => `\`${name}\``)
      .join(", ") || "none: give a `baseUrl`"
  } |`,
  "| `baseUrl`, `fetch`, `headers` | another address (a mock), another network, more headers |",
  "| `timeoutMs`, `retries`, `hooks` | limits, and observers that see no secrets |",
].join("\n")}

## Test your code

\`\`\`ts
import { startMock } from "@specie/mock";

await using mock = await startMock("node_modules/${packageName}/openapi.json"); // then give baseUrl: mock.url
\`\`\`

## Operations

<!-- specie:operations -->
<!-- /specie:operations -->
`;
}
