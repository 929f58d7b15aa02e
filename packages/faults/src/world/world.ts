import { promptCrypto } from "./prompt-crypto.ts";
import { VirtualTime } from "./time.ts";

/** When every run begins. */
export const dawn: number = Date.parse("2026-11-20T12:00:00Z");

/**
 * Does something in a world of its own: `setTimeout` and `clearTimeout` follow its time, so that the time limits of the
 * code under test need no hook in it, and `crypto` answers at once. Both are put back afterwards. One world at a time.
 */
export async function inWorld<T>(act: (time: VirtualTime) => Promise<T>): Promise<T> {
  const time = new VirtualTime(dawn);
  const restore = [
    replace("setTimeout", time.start),
    replace("clearTimeout", time.stop),
    replace("crypto", promptCrypto),
  ];
  try {
    return await time.passUntil(act(time));
  } finally {
    for (const undo of restore) undo();
  }
}

function replace(name: "setTimeout" | "clearTimeout" | "crypto", value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  if (before === undefined) throw new Error(`there is no global ${name}`);
  Object.defineProperty(globalThis, name, { configurable: true, enumerable: true, writable: true, value });
  return () => {
    Object.defineProperty(globalThis, name, before);
  };
}
