export type { KeyRecord, KeyStore } from "./key-store.ts";
export { memoryKeyStore } from "./memory-key-store.ts";
export type { Executed, NotExecuted, Resolution, StillUnknown, Undone } from "./resolution.ts";
