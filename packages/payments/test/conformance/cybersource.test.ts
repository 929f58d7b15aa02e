import { subject } from "./subjects/cybersource.ts";
import { conform } from "./suite.ts";

conform(subject);
