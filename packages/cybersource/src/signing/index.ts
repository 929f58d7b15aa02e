export { type HttpSignatureOptions, httpSignature } from "./http-signature.ts";
export { type JwtOptions, jwt } from "./jwt.ts";
export type { SigningKey, SigningOptions } from "./signing-key.ts";
