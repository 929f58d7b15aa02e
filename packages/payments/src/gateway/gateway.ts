import type { ProviderName } from "../model/provider.ts";
import type { Capabilities } from "./capabilities/capability.ts";
import type {
  Captures,
  CompletesActions,
  Creates,
  Lists,
  ListsRefunds,
  Refunds,
  Resolves,
  Retrieves,
  RetrievesRefunds,
  VerifiesWebhooks,
} from "./operations.ts";

/** Whose gateway it is, and what it can do. A provider's gateway extends this and its own operations. */
export interface GatewayIdentity {
  readonly provider: ProviderName;
  readonly capabilities: Capabilities;
}

/** What every gateway has. More is there after `supports` said so. */
export interface Gateway
  extends GatewayIdentity,
    Creates,
    Retrieves,
    Lists,
    Captures,
    Refunds,
    RetrievesRefunds,
    ListsRefunds,
    CompletesActions,
    Resolves,
    VerifiesWebhooks {}
