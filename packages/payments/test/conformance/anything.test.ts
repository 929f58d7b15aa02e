import { describe } from "vitest";
import { readAnything } from "./anything.ts";
import { subject as cybersource } from "./subjects/cybersource.ts";
import { subject as hyperswitch } from "./subjects/hyperswitch.ts";
import { subject as razorpay } from "./subjects/razorpay.ts";

describe.each([hyperswitch, cybersource, razorpay])("$name", (subject) => readAnything(subject));
