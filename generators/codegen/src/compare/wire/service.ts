import { pointerPart } from "../../emit/schema.ts";
import { compareSchemas } from "./schemas.ts";
import { type Scope, spot } from "./scope.ts";
import { code } from "./words.ts";

/** The addresses that calls go to. */
export function compareEnvironments(scope: Scope): void {
  const before = scope.older.environments;
  const after = scope.newer.environments;
  for (const [name, url] of Object.entries(before)) {
    const other = after[name];
    if (other === url) continue;
    const at = spot(name, "#/servers");
    const message =
      other === undefined
        ? `The environment ${code(name)}, ${code(url)}, is gone.`
        : `The environment ${code(name)} is at ${code(other)} now; it was at ${code(url)}.`;
    const document = other === undefined ? "old" : "new";
    scope.add({
      bump: "major",
      kind: other === undefined ? "server-removed" : "server-changed",
      message,
      at,
      document,
    });
  }
  for (const [name, url] of Object.entries(after)) {
    if (before[name] !== undefined) continue;
    const message = `Adds the environment ${code(name)} at ${code(url)}.`;
    scope.add({ bump: "minor", kind: "server-added", message, at: spot(name, "#/servers") });
  }
}

/** Events that the provider sends: read like answers. */
export function compareWebhooks(scope: Scope): void {
  const after = new Map(scope.newer.webhooks.map((webhook) => [webhook.name, webhook]));
  const before = new Set(scope.older.webhooks.map(({ name }) => name));
  for (const { name, schema } of scope.older.webhooks) {
    const pointer = `#/webhooks/${pointerPart(name)}`;
    const other = after.get(name);
    if (other === undefined) {
      const message = `Removes the event ${code(name)}.`;
      scope.add({ bump: "major", kind: "webhook-removed", message, at: spot(name, pointer), document: "old" }, [name]);
    } else {
      const walk = scope.walk("response", [name]);
      const at = { pointer: `${pointer}/post/requestBody`, place: `${name} event` };
      compareSchemas(walk, { ...at, schema }, { ...at, schema: other.schema });
    }
  }
  for (const name of after.keys()) {
    if (before.has(name)) continue;
    const at = spot(name, `#/webhooks/${pointerPart(name)}`);
    const message = `Adds the event ${code(name)}.`;
    scope.add({ bump: "minor", kind: "webhook-added", message, at, newValue: true }, [name]);
  }
}
