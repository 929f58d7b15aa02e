import type { Contract } from "../contract/contract.ts";
import { inert } from "../contract/text.ts";
import { pascal } from "../emit/names.ts";
import { code, file, identifier } from "../emit/printer.ts";

/** The files that make generated code a package. People own them from the first run on. */
export function scaffold(contract: Contract): ReadonlyMap<string, string> {
  return new Map([
    ["package.json", `${JSON.stringify(packageJson(contract), null, 2)}\n`],
    ["tsconfig.json", `${JSON.stringify(tsconfig, null, 2)}\n`],
    ["src/index.ts", entry(contract)],
  ]);
}

function entry(contract: Contract): string {
  const text = file([
    code`export { createClient as ${identifier(`create${pascal(contract.name)}`)} } from "./generated/client.ts";`,
    code`export * from "./generated/index.ts";`,
  ]);
  return text.slice(text.indexOf("\n") + 2);
}

function packageJson(contract: Contract): object {
  return {
    name: contract.packageName,
    version: "0.1.0",
    description: `A typed client for ${inert(contract.title)}.`,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    files: ["dist", "openapi.json"],
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      ...(contract.schemas
        ? {
            "./schemas": {
              types: "./dist/generated/schemas/index.d.ts",
              default: "./dist/generated/schemas/index.js",
            },
          }
        : {}),
      "./operations": { types: "./dist/generated/operations.d.ts", default: "./dist/generated/operations.js" },
      "./openapi.json": "./openapi.json",
    },
    scripts: { build: "tsc" },
    dependencies: { "@specie/runtime": "^0.1.0" },
    devDependencies: { typescript: ">=5.7" },
  };
}

const tsconfig = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "nodenext",
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};
