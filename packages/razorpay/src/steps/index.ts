export { followNext } from "./follow-next.ts";
export { type AnswerWithNext, nextStep, type PaymentStep } from "./next-step.ts";
