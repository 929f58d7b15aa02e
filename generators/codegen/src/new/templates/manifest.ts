import type { Contract } from "../../contract/contract.ts";

/** What makes a folder a package of this repository. The tools and their versions are the workspace's. */
export function manifest(contract: Contract): Map<string, string> {
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ["package.json", json(packageJson(contract))],
    ["tsconfig.json", json({ extends: "../../tsconfig.lib.json", compilerOptions: { lib: ["es2023", "dom"] } })],
    ["tsconfig.test.json", json({ extends: "../../tsconfig.test.json" })],
    ["turbo.json", json(turbo(contract))],
    [
      "vitest.config.ts",
      'import { project } from "../../vitest.shared.ts";\n\nexport default project(import.meta.dirname);\n',
    ],
  ]);
}

function packageJson({ packageName, title, name }: Contract): object {
  return {
    name: packageName,
    version: "0.1.0",
    description: `${title} for TypeScript: typed as on the wire, small.`,
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    files: ["dist", "!dist/.tsbuildinfo", "openapi.json", "CHANGELOG.md"],
    exports: entries(true),
    // What is packed has no sources to lead to.
    publishConfig: { access: "public", provenance: true, exports: entries(false) },
    scripts: {
      build: "tsc -p tsconfig.json",
      "check:generated": `node ../../generators/codegen/src/cli.ts check ${name}`,
      "check:package": "node -C source ../../scripts/package/main.ts",
      "check:types": "tsc -p tsconfig.test.json",
      generate: `node ../../generators/codegen/src/cli.ts generate ${name}`,
      test: "vitest run",
      "test:contract": "vitest run test/contract.test.ts",
    },
    dependencies: { "@specie/runtime": "workspace:^" },
    devDependencies: {
      "@specie/contract-suite": "workspace:^",
      "@specie/mock": "workspace:^",
      "@types/node": "catalog:",
    },
  };
}

function entries(withSource: boolean): object {
  const entry = (name: string): object => ({
    ...(withSource ? { source: `./src/${name}.ts` } : {}),
    types: `./dist/${name}.d.ts`,
    default: `./dist/${name}.js`,
  });
  return { ".": entry("index"), "./operations": entry("operations"), "./openapi.json": "./openapi.json" };
}

function turbo({ name }: Contract): object {
  const own = `$TURBO_ROOT$/specs/${name}/**`;
  return {
    extends: ["//"],
    tasks: {
      "check:generated": {
        inputs: ["src/**", "openapi.json", "README.md", own, "$TURBO_ROOT$/generators/codegen/src/**"],
      },
    },
  };
}
