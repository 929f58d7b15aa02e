import { mergeConfig } from "vitest/config";
import { project } from "../../vitest.shared.ts";

// The fixtures of test/openapi are compiled once, before any test or type test looks at them.
export default mergeConfig(project(import.meta.dirname), { test: { globalSetup: ["test/openapi/generate.ts"] } });
