/** The `compilerOptions` of a consumer, for all programs alike. */
export const compilerOptions: Readonly<Record<string, boolean | string | readonly string[]>> = {
  target: "es2023",
  lib: ["es2023", "dom"],
  module: "nodenext",
  types: [],
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};
