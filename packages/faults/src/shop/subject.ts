import type { Gateway, KeyStore, Money, Payment, ProviderName, Refund, UnknownOutcome } from "@specie/payments";
import type { Fetch } from "@specie/runtime";

/** What is under test, as modules: what the packages export, or a build of them with one rule broken. */
export interface Subject {
  readonly gateways: Readonly<Record<ProviderName, (options: GatewayOptions) => TestedGateway>>;
  readonly memoryKeyStore: () => KeyStore;
  readonly createRouter: (options: RouterOptions) => TestedRouter;
}

/** A router's options, as far as the runs use them. */
export interface RouterOptions {
  readonly gateways: Readonly<Record<string, TestedGateway>>;
  readonly rules: readonly { readonly use: readonly [string, ...string[]] }[];
  readonly declines?: () => boolean;
  readonly onAttempt: (trail: readonly Attempt[]) => void;
  readonly keyStore?: KeyStore | undefined;
  readonly clock: () => number;
}

/** One entry of an audit trail. */
export interface Attempt {
  readonly gateway: string;
  readonly idempotencyKey: string;
  readonly result: string;
  readonly code?: string | undefined;
  readonly outcome?: UnknownOutcome | undefined;
}

export interface TestedRouter {
  create(
    input: object,
    settings: Settings,
  ): Promise<{ readonly payment: Payment; readonly gateway: string; readonly trail: readonly Attempt[] }>;
}

/** What every gateway gets here. It holds the credentials of all three, each takes its own. */
export interface GatewayOptions {
  readonly fetch: Fetch;
  readonly clock: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly hooks: object;
  readonly webhookSecret: string;
  readonly webhookToleranceMs: number;
  readonly apiKey: string;
  readonly merchantId: string;
  readonly keyId: string;
  readonly secret: string;
  readonly keySecret: string;
  readonly keyStore?: KeyStore | undefined;
}

export interface Settings {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface StepInput {
  readonly amount?: Money | undefined;
  readonly newTotal?: Money | undefined;
  readonly idempotencyKey?: string | undefined;
}

type Kept =
  | "provider"
  | "capabilities"
  | "list"
  | "retrieveRefund"
  | "listRefunds"
  | "completeAction"
  | "verifyWebhook"
  | "resolve";

/** A gateway as a caller without types sees it: the inputs differ from provider to provider. */
export interface TestedGateway extends Pick<Gateway, Kept> {
  create(input: object, settings: Settings): Promise<Payment>;
  retrieve(ref: string | Payment, input: object, settings: Settings): Promise<Payment>;
  capture(ref: string | Payment, input: StepInput, settings: Settings): Promise<Payment>;
  increment?(ref: string | Payment, input: StepInput, settings: Settings): Promise<Payment>;
  cancel?(ref: string | Payment, input: object, settings: Settings): Promise<Payment>;
  refund(ref: string | Payment, input: StepInput, settings: Settings): Promise<Refund>;
  undo?(token: UnknownOutcome, settings: Settings): Promise<unknown>;
}
