import { createHash, createHmac, randomUUID } from "node:crypto";

type Data = ArrayBuffer | NodeJS.ArrayBufferView;

interface HmacKey {
  readonly hash: string;
  readonly key: Uint8Array;
}

/**
 * The part of WebCrypto that the clients use, computed at once. The real one works on a thread pool, whose threads would
 * decide which of two racing callers is first, and no seed could repeat that.
 */
export const promptCrypto: {
  readonly subtle: {
    digest(algorithm: string, data: Data): Promise<ArrayBuffer>;
    importKey(format: string, data: Data, algorithm: { readonly hash: string }): Promise<HmacKey>;
    sign(algorithm: string, key: HmacKey, data: Data): Promise<ArrayBuffer>;
  };
  randomUUID(): string;
} = {
  subtle: {
    digest: async (algorithm, data) => buffer(createHash(nodeName(algorithm)).update(bytes(data)).digest()),
    importKey: async (_format, data, { hash }) => ({ hash: nodeName(hash), key: bytes(data) }),
    sign: async (_algorithm, { hash, key }, data) => buffer(createHmac(hash, key).update(bytes(data)).digest()),
  },
  randomUUID,
};

function nodeName(algorithm: string): string {
  return algorithm.replace("-", "").toLowerCase();
}

function bytes(data: Data): Uint8Array {
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function buffer(digest: Uint8Array): ArrayBuffer {
  return new Uint8Array(digest).buffer;
}
