import { api, type Case, each, withOperation, withSpec } from "../case.ts";

const servers: Case[] = each(
  [
    ["a script", "javascript:p_wned()"],
    ["a file", "file:///etc/passwd"],
    ["data", "data:text/html,x"],
    ["a user and a password before the host", "https://api.bank.example@evil.example"],
    ["a query, so that paths become part of it", "https://evil.example/?x="],
    ["a fragment, so that paths vanish", "https://evil.example/#"],
    ["another machine without a scheme", "//evil.example/v1"],
    ["backslashes", "https:\\\\evil.example\\v1"],
    ["a newline", "https://api.example/\nHost: evil.example"],
    ["a variable that has no value", "https://{host}/v1"],
    ["no machine", "https:///v1"],
    ["a port out of range", "https://api.example:99999"],
  ] as const,
  (what, url) => ({
    name: `a server's URL holds ${what}: it is no environment`,
    files: { "in/openapi.json": api({ servers: [{ url }] }) },
    holds: { "src/generated/provider.ts": /environments(: [^=]+)? = \{\}/ },
  }),
  "accepted",
);

const variables: Case[] = each(
  [
    ["evil.example/", "https://{host}.bank.example"],
    ["evil.example#", "https://{host}.bank.example"],
    ["evil.example?", "https://{host}.bank.example"],
    ["user:password@evil.example/", "https://{host}bank.example"],
    ["evil.example\\", "https://{host}.bank.example"],
    ["javascript:p_wned()//", "{host}x"],
  ] as const,
  (value, url) => ({
    name: `a server variable moves the host: ${JSON.stringify(value)} in ${url}`,
    files: { "in/openapi.json": api({ servers: [{ url, variables: { host: { default: value } } }] }) },
    says: /repaired server|operations/,
  }),
  "accepted",
);

const paths: Case[] = each(
  [
    ["//evil.example/x"],
    ["/\\evil.example/x"],
    ["/@evil.example/x"],
    ["/../../admin"],
    ["/%2e%2e/admin"],
    ["/a?b=c#d"],
    ["/.evil.example"],
    ["/{a}{b}"],
    ["/:@evil.example"],
    ["/a\r\nHost: evil.example"],
  ] as const,
  (path) => ({
    name: `a path that wants another host or place: ${JSON.stringify(path)}`,
    files: { "in/openapi.json": withOperation({}, path, "get") },
  }),
  "accepted",
);

const absolute: Case = {
  name: "paths that are whole URLs are paths of the client's own host",
  files: {
    "in/openapi.json": api({
      paths: { "https://evil.example/x": { get: { responses: {} } }, "evil.example": { get: { responses: {} } } },
    }),
  },
  expect: "accepted",
  says: /must start with '\/'/,
  holds: { "src/generated/operations.ts": /path: "\/https:\/\/evil\.example\/x"/ },
};

const nested: Case = {
  name: "servers of a path and of an operation don't redirect its credentials",
  files: {
    "in/openapi.json": api({
      servers: [{ url: "https://api.bank.example" }],
      paths: {
        "/things": {
          servers: [{ url: "https://evil.example" }],
          post: { operationId: "act", servers: [{ url: "https://worse.example" }], responses: {} },
          get: { operationId: "files", servers: [{ url: "https://files.bank.example" }], responses: {} },
        },
      },
    }),
  },
  expect: "accepted",
  holds: {
    "src/generated/provider.ts": /^(?![\s\S]*evil\.example)[\s\S]*api\.bank\.example/,
    "src/generated/operations.ts": /^(?![\s\S]*(evil|worse)\.example)[\s\S]*files\.bank\.example/,
  },
};

const security: Case = {
  name: "token, authorization and discovery URLs of security schemes are not asked",
  files: {
    "in/openapi.json": withOperation({ security: [{ a: ["x"] }, { b: [] }] }, "/things", "post", {
      components: {
        securitySchemes: {
          a: {
            type: "oauth2",
            flows: Object.fromEntries(
              ["implicit", "password", "clientCredentials", "authorizationCode"].map((flow) => [
                flow,
                {
                  tokenUrl: "%LISTENER%/token",
                  authorizationUrl: "%LISTENER%/auth",
                  refreshUrl: "%LISTENER%/refresh",
                  scopes: {},
                },
              ]),
            ),
          },
          b: { type: "openIdConnect", openIdConnectUrl: "%LISTENER%/.well-known/openid-configuration" },
        },
      },
    }),
  },
  expect: "accepted",
};

const everything: Case = {
  name: "no address of a document is asked: servers, docs, logos, examples, licences, callbacks",
  files: {
    "in/openapi.json": withOperation(
      {
        externalDocs: { url: "%LISTENER%/docs" },
        servers: [{ url: "%LISTENER%/server" }],
        callbacks: { a: { "%LISTENER%/callback": { post: { responses: {} } } } },
        responses: {
          "200": { description: "![x](%LISTENER%/image.png)", content: { "text/plain": { example: "%LISTENER%/x" } } },
        },
      },
      "/things",
      "post",
      {
        info: {
          title: "x",
          version: "1",
          "x-logo": { url: "%LISTENER%/logo" },
          license: { name: "x", url: "%LISTENER%/licence" },
          termsOfService: "%LISTENER%/terms",
          contact: { url: "%LISTENER%/contact" },
        },
        servers: [{ url: "%LISTENER%/" }],
        externalDocs: { url: "%LISTENER%/" },
        "x-tagGroups": [{ url: "%LISTENER%/" }],
      },
    ),
  },
  expect: "accepted",
};

const headers: Case = {
  name: "declared headers cannot take the place of credentials or of the host",
  files: {
    "in/openapi.json": withOperation({
      parameters: [
        "Authorization",
        "Cookie",
        "Host",
        "Content-Length",
        "Transfer-Encoding",
        "Content-Type",
        "Accept",
        "Proxy-Authorization",
      ].map((name) => ({ name, in: "header", required: true, schema: { type: "string", default: "evil" } })),
    }),
  },
  expect: "accepted",
};

const doc = api();
const remote: Case[] = [
  {
    name: "a document from the network that refers to files of this machine",
    args: withSpec("%SERVER%/openapi.json"),
    served: {
      "/openapi.json": {
        body: api({
          components: { schemas: { A: { $ref: "file://%OUTSIDE%/secret.json" }, B: { $ref: "file:///etc/passwd" } } },
        }),
      },
    },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /a document from the network cannot read files/,
  },
  {
    name: "a document from the network that refers to its own and to another server",
    args: withSpec("%SERVER%/openapi.json"),
    served: {
      "/openapi.json": {
        body: api({
          components: {
            schemas: {
              A: { $ref: "%LISTENER%/a.json" },
              B: { $ref: "http://169.254.169.254/x" },
              C: { $ref: "b.json" },
            },
          },
        }),
      },
      "/b.json": { body: {} },
    },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /refs to the network are refused/,
  },
  {
    name: "a document from the network that redirects to another origin",
    args: withSpec("%SERVER%/openapi.json"),
    served: { "/openapi.json": { status: 302, headers: { location: "%LISTENER%/openapi.json" } } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /redirects to .* --allow-ref/,
  },
  {
    name: "a document from the network that redirects to a file",
    args: withSpec("%SERVER%/openapi.json"),
    served: { "/openapi.json": { status: 302, headers: { location: "file://%OUTSIDE%/secret.json" } } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /redirects to/,
  },
  {
    name: "a document from the network that redirects to what is no address",
    args: withSpec("%SERVER%/openapi.json"),
    served: { "/openapi.json": { status: 302, headers: { location: "http://[::1" } } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
  },
  {
    name: "a document from the network that redirects for ever",
    args: withSpec("%SERVER%/openapi.json"),
    served: { "/openapi.json": { status: 302, headers: { location: "%SERVER%/openapi.json" } } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /redirects too often/,
  },
  {
    name: "an allowed origin that redirects a $ref to another",
    args: withSpec("in/openapi.json", "--allow-ref", "%SERVER%"),
    files: { "in/openapi.json": api({ components: { schemas: { A: { $ref: "%SERVER%/a.json" } } } }) },
    served: { "/a.json": { status: 307, headers: { location: "%LISTENER%/a.json" } } },
    mayFetch: ["/a.json"],
    expect: "refused",
    says: /redirects to/,
  },
  {
    name: "a document from the network that answers with a web page",
    args: withSpec("%SERVER%/openapi.json"),
    served: { "/openapi.json": { body: "<!DOCTYPE html><script>p_wned()</script>" } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /HTML/,
  },
  {
    name: "a document from the network that answers with an error",
    args: withSpec("%SERVER%/openapi.json"),
    served: { "/openapi.json": { status: 500, body: doc } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /status 500/,
  },
  {
    name: "a document from the network that says it is packed, and is not",
    args: withSpec("%SERVER%/openapi.json"),
    served: { "/openapi.json": { headers: { "content-encoding": "gzip" }, body: doc } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
  },
];

export const exfiltration: readonly Case[] = [
  ...servers,
  ...variables,
  ...paths,
  absolute,
  nested,
  security,
  everything,
  headers,
  ...remote,
];
