import type { ProviderName } from "../../model/provider.ts";
import { type Capabilities, type Capability, capabilityTitles } from "./capability.ts";
import { cybersourceCapabilities } from "./cybersource.ts";
import { hyperswitchCapabilities } from "./hyperswitch.ts";
import { razorpayCapabilities } from "./razorpay.ts";

/** The capability matrix of all providers. A gateway carries only its own column. */
export const capabilityMatrix: Readonly<Record<ProviderName, Capabilities>> = {
  hyperswitch: hyperswitchCapabilities,
  cybersource: cybersourceCapabilities,
  razorpay: razorpayCapabilities,
};

/** The rows of the matrix, in their order. */
export const capabilities: readonly Capability[] = Object.keys(capabilityTitles).filter(isCapability);

function isCapability(name: string): name is Capability {
  return Object.hasOwn(capabilityTitles, name);
}
