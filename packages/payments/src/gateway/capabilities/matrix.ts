import type { ProviderName } from "../../model/provider.ts";
import { capabilityCalls } from "./calls.ts";
import type { Ability, Capabilities, Capability } from "./capability.ts";
import { cybersourceCapabilities } from "./cybersource.ts";
import { hyperswitchCapabilities } from "./hyperswitch.ts";
import { razorpayCapabilities } from "./razorpay.ts";
import { capabilityTitles } from "./titles.ts";

/** The rows of the matrix, in their order. */
export const capabilities: readonly Capability[] = Object.keys(capabilityTitles).filter(isCapability);

/** The capability matrix of all providers, with their calls. A gateway carries only its own column, without them. */
export const capabilityMatrix: Readonly<Record<ProviderName, Capabilities>> = {
  hyperswitch: withCalls(hyperswitchCapabilities),
  cybersource: withCalls(cybersourceCapabilities),
  razorpay: withCalls(razorpayCapabilities),
};

function withCalls(column: Capabilities): Capabilities {
  const operations: Record<Capability, Ability> = { ...column.operations };
  for (const capability of capabilities) {
    const note = capabilityCalls[column.provider][capability];
    if (note !== undefined) operations[capability] = { ...operations[capability], note };
  }
  return { ...column, operations };
}

function isCapability(name: string): name is Capability {
  return Object.hasOwn(capabilityTitles, name);
}
