import { cybersourceRules } from "./cybersource-rules.ts";
import { hyperswitchRules } from "./hyperswitch-rules.ts";
import { razorpayRules } from "./razorpay-rules.ts";
import { routerRules } from "./router-rules.ts";
import type { Rule } from "./rule.ts";

/** What must never be otherwise, and the one change that makes it otherwise. */
export const rules: readonly Rule[] = [...cybersourceRules, ...hyperswitchRules, ...razorpayRules, ...routerRules];
