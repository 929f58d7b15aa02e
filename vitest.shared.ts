import { defineConfig, type ViteUserConfig } from "vitest/config";

// Workspace packages are imported as TypeScript source, unbuilt, through the export condition `source`.
const conditions = ["source", "module", "node", "development|production"];

/** The vitest configuration of one workspace package: unit tests, and type tests checked by TypeScript 7. */
export function project(root: string): ViteUserConfig {
  return defineConfig({
    root,
    resolve: { conditions },
    ssr: { resolve: { conditions, externalConditions: conditions } },
    test: {
      include: ["test/**/*.test.ts"],
      setupFiles: [`${import.meta.dirname}/vitest.setup.ts`],
      // Machines are shared and noisy: a time limit here only ends what hangs.
      testTimeout: 60_000,
      hookTimeout: 120_000,
      typecheck: {
        enabled: true,
        checker: `${import.meta.dirname}/node_modules/.bin/tsc`,
        include: ["test/**/*.test-d.ts"],
        tsconfig: "./tsconfig.test.json",
      },
    },
  });
}
