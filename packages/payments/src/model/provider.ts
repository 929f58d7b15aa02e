/** The providers that the model is mapped to. */
export type ProviderName = "hyperswitch" | "cybersource" | "razorpay";
