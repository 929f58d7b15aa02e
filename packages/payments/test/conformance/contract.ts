type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Node = { readonly [name: string]: Json };

/** A named example of an answer. */
export interface Example {
  readonly status: number;
  readonly body: Json;
}

export interface Operation {
  readonly id: string;
  /** Where the schema of a good answer is, and its status. */
  readonly answer: { readonly status: number; readonly schema: string } | undefined;
  /** By name: a name is there once in an operation, whatever the status. */
  readonly examples: ReadonlyMap<string, Example>;
}

/** A contract as the conformance suite looks at it: which operations there are, and which answers they name. */
export interface Contract {
  readonly document: object;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Named examples of webhooks. */
  readonly events: ReadonlyMap<string, Json>;
  operationOf(method: string, path: string): Operation | undefined;
}

export function readContract(document: object): Contract {
  const root = record(document as Json);
  const read = (node: Json | undefined): Node => {
    const found = record(node);
    const ref = found["$ref"];
    if (typeof ref !== "string") return found;
    const names = ref.split("/").slice(1);
    return read(
      names.reduce<Json | undefined>(
        (at, name) => record(at)[name.replaceAll("~1", "/").replaceAll("~0", "~")],
        document as Json,
      ),
    );
  };
  const examplesOf = (answer: Json | undefined): readonly (readonly [string, Json])[] =>
    Object.entries(read(record(read(answer)["content"])["application/json"])["examples"] ?? {}).map(
      ([name, example]) => [name, read(example)["value"] ?? null],
    );

  const operations = new Map<string, Operation>();
  const routes: { readonly method: string; readonly path: RegExp; readonly operation: Operation }[] = [];
  for (const [path, item] of Object.entries(record(root["paths"]))) {
    for (const [method, one] of Object.entries(record(item))) {
      const id = record(one)["operationId"];
      if (typeof id !== "string") continue;
      const examples = new Map<string, Example>();
      for (const [status, answer] of Object.entries(record(record(one)["responses"]))) {
        for (const [name, body] of examplesOf(answer)) {
          if (examples.has(name)) throw new Error(`${id} names two examples ${name}`);
          examples.set(name, { status: Number(status), body });
        }
      }
      const operation = { id, examples, answer: goodAnswer(`#/paths/${escaped(path)}/${method}/responses`, one) };
      operations.set(id, operation);
      routes.push({ method: method.toUpperCase(), path: pattern(path), operation });
    }
  }
  function goodAnswer(pointer: string, one: Json): Operation["answer"] {
    for (const [status, answer] of Object.entries(record(record(one)["responses"]))) {
      if (!status.startsWith("2") || !record(read(answer)["content"])["application/json"]) continue;
      const ref = record(answer)["$ref"];
      const place = typeof ref === "string" ? ref : `${pointer}/${status}`;
      return { status: Number(status), schema: `${place}/content/application~1json/schema` };
    }
    return undefined;
  }
  // Literal paths go before those with an id in the same place.
  const ordered = routes.toSorted(
    (a, b) => Number(a.path.source.includes("[^")) - Number(b.path.source.includes("[^")),
  );
  const events = Object.values(record(root["webhooks"])).flatMap((hook) =>
    examplesOf(record(record(hook)["post"])["requestBody"]),
  );
  return {
    document,
    operations,
    events: new Map(events),
    operationOf: (method, path) => ordered.find((route) => route.method === method && route.path.test(path))?.operation,
  };
}

function pattern(path: string): RegExp {
  const parts = path.split("/").map((part) => (part.startsWith("{") ? "[^/]+" : part.replaceAll(".", "\\.")));
  return new RegExp(`^${parts.join("/")}$`);
}

function record(value: Json | undefined): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
