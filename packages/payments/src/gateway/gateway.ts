import type { ProviderName } from "../model/provider.ts";
import type { Capabilities } from "./capabilities/capability.ts";
import type {
  Captures,
  CompletesActions,
  Creates,
  Lists,
  ListsRefunds,
  Refunds,
  Retrieves,
  RetrievesRefunds,
  VerifiesWebhooks,
} from "./operations.ts";

/** What every gateway has. More is there after `supports` said so. */
export interface Gateway
  extends Creates,
    Retrieves,
    Lists,
    Captures,
    Refunds,
    RetrievesRefunds,
    ListsRefunds,
    CompletesActions,
    VerifiesWebhooks {
  readonly provider: ProviderName;
  readonly capabilities: Capabilities;
}
