import type { HookEvent, HookEvents } from "./hooks.ts";
import type { Job } from "./job.ts";

/** Tells a client's hook about an attempt. An observer must not change the outcome, whatever it throws or rejects with. */
export function tell<K extends keyof HookEvents>(
  { settings, context }: Job,
  hook: K,
  attempt: number,
  facts: Omit<HookEvents[K], keyof HookEvent>,
): void {
  try {
    const event: object = { ...context, attempt, ...facts };
    const done: unknown = settings.hooks?.[hook]?.(event as HookEvents[K]);
    if (done instanceof Promise) done.catch(() => undefined);
  } catch {
    // Ignored, as said above.
  }
}
