import { describe, expect, it } from "vitest";
import type { Capability, Support } from "../../src/gateway/capabilities/capability.ts";
import { capabilityMatrix } from "../../src/gateway/capabilities/matrix.ts";
import { capabilityTitles } from "../../src/gateway/capabilities/titles.ts";

const rows: readonly (readonly [Capability, Support, Support, Support])[] = [
  ["create.withoutMethod", "native", "none", "native"],
  ["create", "native", "native", "composed"],
  ["create.manual", "native", "native", "composed"],
  ["update", "native", "none", "none"],
  ["confirm", "native", "none", "composed"],
  ["retrieve", "native", "composed", "native"],
  ["list", "native", "composed", "native"],
  ["capture", "native", "native", "native"],
  ["capture.partial", "native", "native", "none"],
  ["capture.multiple", "native", "native", "none"],
  ["capture.over", "native", "none", "none"],
  ["cancel", "native", "composed", "none"],
  ["cancel.unpaid", "native", "none", "none"],
  ["cancel.captured", "native", "composed", "none"],
  ["cancel.partial", "none", "none", "none"],
  ["increment", "native", "native", "none"],
  ["extend", "native", "none", "none"],
  ["refund", "native", "native", "native"],
  ["refund.instant", "native", "none", "native"],
  ["credit", "none", "native", "none"],
  ["retrieveRefund", "native", "composed", "native"],
  ["listRefunds", "native", "composed", "native"],
  ["updateRefund", "native", "none", "native"],
  ["cancelRefund", "none", "native", "none"],
  ["updateMetadata", "native", "none", "native"],
  ["createLink", "native", "none", "native"],
  ["retrieveLink", "native", "none", "native"],
  ["cancelLink", "native", "none", "native"],
  ["customers.create", "native", "none", "native"],
  ["customers.retrieve", "native", "none", "native"],
  ["customers.update", "native", "none", "native"],
  ["customers.remove", "native", "none", "none"],
  ["customers.list", "native", "none", "native"],
  ["savedMethods.list", "native", "none", "native"],
  ["savedMethods.retrieve", "native", "none", "native"],
  ["savedMethods.remove", "native", "none", "native"],
  ["resolve", "composed", "composed", "composed"],
  ["undo", "none", "composed", "none"],
  ["completeAction", "native", "composed", "composed"],
  ["completeAction.otp", "none", "none", "native"],
  ["sessionTokens", "native", "none", "none"],
  ["disputes.retrieve", "native", "none", "native"],
  ["disputes.list", "native", "none", "native"],
  ["listMethods", "native", "none", "native"],
  ["verifyWebhook", "native", "native", "native"],
];

describe("the capability matrix", () => {
  it.each(rows)("%s: Hyperswitch %s, CyberSource %s, Razorpay %s", (capability, hyperswitch, cybersource, razorpay) => {
    expect(capabilityMatrix.hyperswitch.operations[capability].support).toBe(hyperswitch);
    expect(capabilityMatrix.cybersource.operations[capability].support).toBe(cybersource);
    expect(capabilityMatrix.razorpay.operations[capability].support).toBe(razorpay);
  });

  it("has these rows and no others, and each absence has its reason", () => {
    expect(Object.keys(capabilityTitles).sort()).toEqual(rows.map(([capability]) => capability).sort());
    for (const { operations } of Object.values(capabilityMatrix)) {
      for (const { support, note } of Object.values(operations))
        expect(support === "none" ? note : "native").toBeTruthy();
    }
  });
});
