import { api, type Case, each, withSpec } from "../case.ts";

const document = { "in/openapi.json": api() };

const calls: Case[] = each(
  [
    ["no output folder", ["generate", "--spec", "in/openapi.json", "--name", "x"]],
    ["no name", ["generate", "--spec", "in/openapi.json", "--output", "out"]],
    ["an option that isn't there", withSpec("in/openapi.json", "--eval", "p_wned()")],
    ["an option for Node", withSpec("in/openapi.json", "--require", "%OUTSIDE%/secret.json")],
    ["a command that isn't there", ["__proto__"]],
    ["a limit that isn't there", withSpec("in/openapi.json", "--limit", "__proto__=1")],
    ["a limit that is no number", withSpec("in/openapi.json", "--limit", "depth=Infinity")],
    ["an allowance that is neither an origin nor a folder", withSpec("in/openapi.json", "--allow-ref", "in/nowhere")],
    ["an escape in an argument", withSpec("in/\u001b[31mred\u2028.json")],
  ] as const,
  (what, args) => ({ name: `a call with ${what}`, files: document, args }),
  "refused",
);

const provider: Case = {
  name: "a call with a provider's name that is a path",
  files: { "specs/x/provider.yaml": "", "packages/x": "" },
  args: ["generate", "../../etc"],
  mayTouch: ["specs", "packages"],
  expect: "refused",
  says: /no such provider/,
};

const allowed: Case = {
  name: "a reference to a folder that the caller allows is read",
  files: {
    "in/openapi.json": api({ components: { schemas: { A: { $ref: "../in/shared/a.json" } } } }),
    "in/shared/a.json": { type: "string" },
  },
  args: withSpec("in/openapi.json", "--allow-ref", "in/shared"),
  expect: "accepted",
};

export const commandLine: readonly Case[] = [...calls, provider, allowed];
