/** Names and values of a form. */
export type FormFields = Readonly<Record<string, string>>;

interface Action<T extends string> {
  readonly type: T;
  /** Other ways to go on, in the provider's order. */
  readonly alternatives?: readonly NextAction[] | undefined;
  /** The provider's own words. */
  readonly raw?: unknown;
}

/** Send the customer's browser there. */
export interface RedirectAction extends Action<"redirect"> {
  /** https */
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly fields?: FormFields | undefined;
  /** Open it in a window of its own. */
  readonly popup?: boolean | undefined;
}

/** Post the fields to the address in an iframe. */
export interface IframePostAction extends Action<"iframe_post"> {
  readonly url: string;
  readonly fields: FormFields;
  readonly purpose: "three_ds_challenge";
}

/** Load or post it in a hidden iframe, wait, then call `completeAction`. */
export interface DeviceDataAction extends Action<"device_data_collection"> {
  readonly url: string;
  readonly fields: FormFields;
  readonly timeoutMs?: number | undefined;
}

/** Ask the customer for a one-time password, then call `completeAction`. */
export interface OtpAction extends Action<"otp"> {
  readonly generateUrl?: string | undefined;
  readonly submitUrl?: string | undefined;
  readonly resendUrl?: string | undefined;
  readonly hints?:
    | {
        readonly issuer?: string | undefined;
        readonly network?: string | undefined;
        readonly last4?: string | undefined;
      }
    | undefined;
}

/** Open an app on the customer's telephone. */
export interface AppIntentAction extends Action<"app_intent"> {
  /** `upi://pay?…` */
  readonly uri: string;
}

/** Show a QR code. At least one of the three is there. */
export interface QrCodeAction extends Action<"qr_code"> {
  readonly imageDataUrl?: string | undefined;
  readonly url?: string | undefined;
  /** What the code says. */
  readonly text?: string | undefined;
  readonly expiresAt?: string | undefined;
}

/** Wait, and retrieve the payment now and then. */
export interface WaitAction extends Action<"wait"> {
  readonly pollEverySeconds: number;
  readonly maxPolls: number;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Show the customer how to pay; `raw` has the details. */
export interface InstructionsAction extends Action<"show_instructions"> {
  readonly kind: "bank_transfer" | "voucher";
}

/** Hand it to the SDK of the provider or a wallet. */
export interface SdkAction extends Action<"sdk"> {
  readonly name: string;
  readonly payload: unknown;
}

/** Something new: look at `raw`. */
export interface UnknownAction extends Action<"unknown"> {}

/** What has to happen before the payment goes on. */
export type NextAction =
  | RedirectAction
  | IframePostAction
  | DeviceDataAction
  | OtpAction
  | AppIntentAction
  | QrCodeAction
  | WaitAction
  | InstructionsAction
  | SdkAction
  | UnknownAction;
