import type { NextNames, OtpCard } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { text } from "../../gateway/reading.ts";
import type { NextAction, OtpAction } from "../../model/next-action.ts";

/** Every answer that may say how a payment goes on. */
export interface WithNext {
  readonly next?: NextNames | null | undefined;
  /** The older form of a UPI intent. */
  readonly link?: string | null | undefined;
  /** The card that a one-time password is for. */
  readonly metadata?: OtpCard | null | undefined;
}

/** Razorpay names no times: five seconds, for as long as a customer has to answer a UPI request. */
const POLL = { pollEverySeconds: 5, maxPolls: 60 } as const;

/** The first choice, with the other ones as its alternatives; undefined when the answer names no step. */
export function readNextAction(answer: WithNext): NextAction | undefined {
  const steps = (answer.next ?? []).map(stepOf);
  const link = text(answer.link);
  if (link !== undefined) steps.push({ action: "intent", url: link });
  const [first, ...others] = [
    ...steps.filter(({ action }) => action === "redirect").map(redirect),
    ...otp(steps, answer.metadata),
    ...steps.filter(({ action }) => action === "intent").map(intent),
    ...steps.filter(({ action }) => action === "poll").map((): NextAction => ({ type: "wait", ...POLL })),
    ...steps.filter(({ action }) => !known.has(action)).map(unknownAction),
  ];
  return first === undefined || others.length === 0 ? first : { ...first, alternatives: others };
}

interface Step {
  readonly action: string;
  readonly url: string | undefined;
}

const known: ReadonlySet<string> = new Set(["redirect", "otp_generate", "otp_submit", "otp_resend", "intent", "poll"]);

/** Some answers give steps as objects, others by their names only. */
function stepOf(step: NextNames[number]): Step {
  return typeof step === "string" ? { action: step, url: undefined } : { action: step.action, url: text(step.url) };
}

function redirect(step: Step): NextAction {
  const { url } = step;
  return url !== undefined && ofRazorpay(url) ? { type: "redirect", url, method: "GET" } : unknownAction(step);
}

function otp(steps: readonly Step[], card: OtpCard | null | undefined): readonly OtpAction[] {
  const find = (wanted: string): Step | undefined => steps.find(({ action }) => action === wanted);
  const [generate, submit, resend] = [find("otp_generate"), find("otp_submit"), find("otp_resend")];
  if (generate === undefined && submit === undefined && resend === undefined) return [];
  const hints = compact({ issuer: text(card?.issuer), network: text(card?.network), last4: text(card?.last4) });
  return [
    compact({
      type: "otp",
      generateUrl: trusted(generate),
      submitUrl: trusted(submit),
      resendUrl: trusted(resend),
      hints: Object.keys(hints).length === 0 ? undefined : hints,
    }),
  ];
}

/** Only the apps of UPI: any other address could lead a customer anywhere. */
function intent(step: Step): NextAction {
  const { url: uri } = step;
  return uri?.startsWith("upi://") ? { type: "app_intent", uri } : unknownAction(step);
}

function unknownAction(raw: Step): NextAction {
  return { type: "unknown", raw: compact(raw) };
}

/** An address that is not Razorpay's own is left out; the step can still be taken by the payment's id. */
function trusted(step: Step | undefined): string | undefined {
  return step?.url !== undefined && ofRazorpay(step.url) ? step.url : undefined;
}

function ofRazorpay(address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === "https://api.razorpay.com";
}
