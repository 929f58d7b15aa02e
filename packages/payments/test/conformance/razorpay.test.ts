import { subject } from "./subjects/razorpay.ts";
import { conform } from "./suite.ts";

conform(subject);
