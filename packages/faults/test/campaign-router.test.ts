import { it } from "vitest";
import { keepsItsPromises } from "./support/keeps-its-promises.ts";

it("keeps every promise in 300 bad days of a router", () => keepsItsPromises("router", 300));
