import { mergeConfig, type ViteUserConfig } from "vitest/config";
import { project } from "../../vitest.shared.ts";

// One row of the contract's table asks for more than a hundred payments.
const config: ViteUserConfig = mergeConfig(project(import.meta.dirname), { test: { testTimeout: 60_000 } });

export default config;
