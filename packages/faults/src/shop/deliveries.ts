import type { Hook } from "../fakes/fake.ts";
import type { Random } from "../world/random.ts";
import type { TestedGateway } from "./subject.ts";

/**
 * Delivers each webhook once to three times, in any order: each is genuine, each has the id of its twin and of no other;
 * one that was changed on its way is refused.
 */
export async function checkDeliveries(
  gateway: TestedGateway,
  hooks: readonly Hook[],
  random: Random,
  blame: (problem: string) => void,
): Promise<void> {
  const deliveries = hooks
    .flatMap((hook) => Array.from({ length: random.integer(1, 3) }, () => hook))
    .map((hook) => ({ hook, order: random.next() }))
    .toSorted((a, b) => a.order - b.order);
  const ids = new Map<Hook, string | undefined>();
  for (const { hook } of deliveries) {
    try {
      const { id } = await gateway.verifyWebhook(hook);
      if (ids.has(hook) && ids.get(hook) !== id) blame("a webhook that came twice has two ids");
      ids.set(hook, id);
    } catch (error) {
      blame(`a genuine webhook was refused: ${String(error)}`);
    }
  }
  if (new Set(ids.values()).size !== ids.size) blame("two webhooks have one id");
  const [changed] = hooks;
  if (changed === undefined) return;
  const forged = { ...changed, body: changed.body.replace(/"amount":\d/, '"amount":9') };
  const isRefused = await gateway.verifyWebhook({ ...forged, body: `${forged.body} ` }).then(
    () => false,
    () => true,
  );
  if (!isRefused) blame("a webhook that was changed was taken for genuine");
}
