import type { Contract } from "./contract.ts";
import type { ConnectOptions, Way } from "./subject.ts";

/** Between a gateway and its mock: asks for the examples that a way names, and keeps which operations were called. */
export interface Network {
  readonly fetch: ConnectOptions["fetch"];
  readonly called: string[];
  /** From now on: these examples, `$` being this one. Forgets the calls. */
  play(examples: Way["examples"], tested?: string): void;
}

export function network(contract: Contract): Network {
  const called: string[] = [];
  let wanted = new Map<string, string[]>();
  return {
    called,
    play: (examples = {}, tested = "") => {
      called.length = 0;
      wanted = new Map(
        Object.entries(examples).map(([id, names]) => [
          id,
          [names].flat().map((name) => (name === "$" ? tested : name)),
        ]),
      );
    },
    fetch: (url, init) => {
      const operation = contract.operationOf(init.method ?? "GET", new URL(url).pathname);
      if (operation === undefined) throw new Error(`the contract has no ${init.method} ${new URL(url).pathname}`);
      called.push(operation.id);
      const names = wanted.get(operation.id) ?? [];
      const name = names.length > 1 ? names.shift() : names[0];
      if (name === undefined) return ask(url, init);
      const example = operation.examples.get(name);
      if (example === undefined) throw new Error(`${operation.id} has no example ${name}`);
      return ask(url, { ...init, headers: { ...init.headers, prefer: `code=${example.status}, example=${name}` } });
    },
  };
}

/** A mock that a busy machine left idle for long hangs up. It has no memory, so it may be asked again. */
async function ask(url: string, init: RequestInit): Promise<Response> {
  return await fetch(url, init).catch(() => fetch(url, init));
}
