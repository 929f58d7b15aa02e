/** What the `v-c-signature` header says. */
export interface SignatureHeader {
  /** Milliseconds since 1970, as written: it is part of what is signed. */
  readonly time: string;
  readonly keyId: string | undefined;
  readonly signature: string;
}

/** Reads `t=…;keyId=…;sig=…`, spaces allowed; undefined when it is anything else. */
export function readSignatureHeader(header: string | null | undefined): SignatureHeader | undefined {
  const fields = new Map<string, string>();
  for (const part of (header ?? "").split(";")) {
    const [, name, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    if (name === undefined || value === undefined || fields.has(name)) return undefined;
    fields.set(name, value);
  }
  const [time, signature] = [fields.get("t"), fields.get("sig")];
  if (time === undefined || !/^\d{1,16}$/.test(time) || !signature) return undefined;
  return { time, keyId: fields.get("keyId"), signature };
}
