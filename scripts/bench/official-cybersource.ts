import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./stage.ts";

/** The name of CyberSource's own SDK. */
export const officialSdk = "cybersource-rest-client";

/** Our package tests itself against the SDK, so its folder is where the SDK is found. */
export const sdkResolveDir: string = join(root, "packages/cybersource");

/** The SDK's main file; throws when it isn't installed. */
export function sdkMain(): string {
  return createRequire(join(sdkResolveDir, "package.json")).resolve(officialSdk);
}

export function sdkManifest(): string {
  return join(dirname(sdkMain()), "../package.json");
}
