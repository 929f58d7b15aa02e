/** What an answer says beside its body. */
export interface Answered {
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
}
