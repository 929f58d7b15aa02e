import { createRouter, memoryKeyStore } from "@specie/payments";
import { cybersource } from "@specie/payments/cybersource";
import { hyperswitch } from "@specie/payments/hyperswitch";
import { razorpay } from "@specie/payments/razorpay";
import type { Subject } from "./subject.ts";

/** The packages as they are. Also the entry of the builds in which one rule is broken. */
export const subject: Subject = { gateways: { hyperswitch, cybersource, razorpay }, memoryKeyStore, createRouter };
