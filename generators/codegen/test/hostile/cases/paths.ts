import { api, type Case, each, withOperation, withSpec } from "../case.ts";

const document = { "in/openapi.json": api() };

const packageNames: Case[] = each(
  [
    "../evil",
    "/etc/evil",
    "@../../evil/x",
    "@a/../../b",
    "..",
    ".hidden",
    "node_modules/../x",
    "a\\..\\..\\b",
    "A",
    "x\nimport 'evil'",
    'x"; p_wned(); "',
    "x".repeat(300),
    "@a/b/c",
    "-rf",
    "%2e%2e%2fevil",
  ].map((name) => [name] as const),
  (name) => ({
    name: `the package is to be called ${JSON.stringify(name.slice(0, 30))}`,
    files: document,
    args: ["generate", "--spec", "in/openapi.json", "--output", "out", `--name=${name}`],
  }),
  "refused",
);

const configured: Case[] = each(
  ["../evil", "/abs", "@a/../../b", "a/b", 'x"; p_wned(); "', "__proto__"].map((name) => [name] as const),
  (name) => ({
    name: `provider.yaml calls the package ${JSON.stringify(name)}`,
    files: { ...document, "in/provider.json": { package: name } },
    args: ["generate", "--spec", "in/openapi.json", "--output", "out", "--config", "in/provider.json"],
    says: /error provider: 'package'/,
  }),
  "refused",
);

const documented: Case[] = each(
  [
    ["../../../evil"],
    ["/etc/cron.d/evil"],
    ["..\\..\\evil"],
    ["con"],
    ["NUL.ts"],
    ["index"],
    ["client"],
    ["C:\\evil"],
    ["%2e%2e%2f%2e%2e%2fevil"],
    ["evil\u0000.ts"],
    ["."],
    ["x".repeat(5000)],
  ] as const,
  (name) => ({
    name: `tags, operations, schemas and webhooks called ${JSON.stringify(name.slice(0, 30))} choose no file`,
    files: {
      "in/openapi.json": withOperation(
        { operationId: name, tags: [name], "x-mint": { href: name } },
        `/${name.replaceAll(/[{}]/g, "")}`,
        "post",
        {
          info: { title: name, version: name },
          components: { schemas: { [name]: { type: "string", enum: ["a", "b"] } } },
          webhooks: {
            [name]: { post: { requestBody: { content: { "application/json": { schema: { type: "object" } } } } } },
          },
        },
      ),
    },
  }),
  "accepted",
);

const collisions: Case = {
  name: "names that only case tells apart",
  files: {
    "in/openapi.json": api({
      paths: Object.fromEntries(
        ["get", "GET", "Get", "gEt"].map((id, index) => [
          `/${index}`,
          {
            get: {
              operationId: id,
              tags: [index % 2 === 0 ? "Index" : "INDEX"],
              responses: { "200": { description: "ok" } },
            },
          },
        ]),
      ),
      components: {
        schemas: Object.fromEntries(
          ["thing", "Thing", "THING", "thinG", "client", "Client", "CLIENT"].map((name) => [
            name,
            { type: "string", enum: [name, "b"] },
          ]),
        ),
      },
    }),
  },
  expect: "accepted",
};

const links: Case[] = [
  {
    name: "src/generated is a link that leads out of the output folder",
    files: document,
    links: { "out/src/generated": "%OUTSIDE%" },
    expect: "refused",
    says: /symbolic link/,
  },
  {
    name: "src is a link that leads out of the output folder",
    files: document,
    links: { "out/src": "%OUTSIDE%" },
    expect: "refused",
    says: /symbolic link/,
  },
  {
    name: "README.md is a link to a file outside",
    files: document,
    links: { "out/README.md": "%OUTSIDE%/secret.txt" },
    expect: "refused",
    says: /symbolic link/,
  },
  {
    name: "package.json is a link that leads nowhere yet",
    files: document,
    links: { "out/package.json": "%OUTSIDE%/made.json" },
    expect: "refused",
    says: /symbolic link/,
  },
  {
    name: "the cache's folder is a link that leads out",
    files: document,
    links: { "out/node_modules/.cache": "%OUTSIDE%" },
    expect: "accepted",
  },
  {
    name: "the cache names files outside, so that they are read",
    files: {
      ...document,
      "out/node_modules/.cache/specie.json": {
        generator: "x",
        options: "{}",
        operations: 1,
        schemas: 0,
        hashes: { "%OUTSIDE%/secret.txt": "x", "/etc/passwd": "y" },
      },
    },
    expect: "accepted",
  },
  {
    name: "the output folder is a file",
    files: { ...document, "in/file": "mine" },
    args: ["generate", "--spec", "in/openapi.json", "--output", "in/file", "--name", "x"],
    mayTouch: ["in/file"],
    expect: "refused",
  },
  {
    name: "the output folder is below a file",
    files: { ...document, "in/file": "mine" },
    args: ["generate", "--spec", "in/openapi.json", "--output", "in/file/out", "--name", "x"],
    mayTouch: ["in/file/out"],
    expect: "refused",
  },
  {
    name: "openapi.json in the output folder is a folder with files",
    files: { ...document, "out/openapi.json/mine.txt": "mine" },
    expect: "refused",
    says: /is no file/,
  },
  {
    name: "a pipe stands where the README of the package goes",
    files: { ...document, "out/mine.txt": "mine" },
    pipes: ["out/README.md"],
    expect: "refused",
    says: /is no file/,
  },
  {
    name: "a link to a device that never ends stands where package.json goes",
    files: document,
    links: { "out/package.json": "/dev/zero" },
    expect: "refused",
    says: /symbolic link/,
  },
];

const readme: Case = {
  name: "a README that people wrote, with the markers the wrong way round",
  files: { ...document, "out/README.md": "<!-- /specie:operations -->\nmine\n<!-- specie:operations -->\n" },
  expect: "accepted",
  holds: { "README.md": /^<!-- \/specie:operations -->\nmine\n<!-- specie:operations -->\n$/ },
};

const spec: Case = {
  name: "the document's own path has a newline and an escape in it",
  files: { "in/a\u001b[31m\nb.json": "{" },
  args: withSpec("in/a\u001b[31m\nb.json"),
  expect: "refused",
};

export const paths: readonly Case[] = [
  ...packageNames,
  ...configured,
  ...documented,
  collisions,
  ...links,
  readme,
  spec,
];
