import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ProviderName } from "@specie/payments";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { asObject, type Json, type JsonObject, member } from "../json.ts";

/** An operation of a contract, found by a request's method and path. */
export interface Route {
  /** `POST /payments/{payment_id}/capture`. */
  readonly name: string;
  /** In the order of the path. */
  readonly params: readonly string[];
  readonly operation: JsonObject;
}

const base = "https://contract.invalid/openapi.json";
const loaded = new Map<ProviderName, Contract>();

/** The contract that a provider's package carries. Read once, its schemas compiled when they are first needed. */
export function contractOf(provider: ProviderName): Contract {
  const found = loaded.get(provider) ?? new Contract(provider);
  loaded.set(provider, found);
  return found;
}

/** Says how a request, or the answer to it, breaks the contract; undefined where it doesn't. */
export class Contract {
  readonly #document: JsonObject;
  readonly #ajv: Ajv2020 = new Ajv2020({ strict: false, validateSchema: false, logger: false, inlineRefs: false });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #routes = new Map<string, readonly { readonly name: string; readonly parts: readonly string[] }[]>();

  constructor(provider: ProviderName) {
    const path = createRequire(import.meta.url).resolve(`@specie/${provider}/openapi.json`);
    this.#document = JSON.parse(readFileSync(path, "utf8"));
    formats.default(this.#ajv);
    this.#ajv.addSchema({ ...this.#document, $id: base });
    for (const [template, item] of Object.entries(asObject(this.#document["paths"]))) {
      for (const method of Object.keys(asObject(item)).map((each) => each.toUpperCase())) {
        const parts = template.split("/");
        const shape = `${method} ${parts.length}`;
        // What is written out goes before what is a parameter.
        const all = [...(this.#routes.get(shape) ?? []), { name: `${method} ${template}`, parts }];
        this.#routes.set(
          shape,
          all.toSorted((a, b) => wildness(a.parts) - wildness(b.parts)),
        );
      }
    }
  }

  route(method: string, path: string): Route | undefined {
    const parts = path.split("/");
    const found = this.#routes
      .get(`${method} ${parts.length}`)
      ?.find((each) => each.parts.every((part, at) => part.startsWith("{") || part === parts[at]));
    if (found === undefined) return undefined;
    const params = parts.filter((_part, at) => found.parts[at]?.startsWith("{") === true).map(decodeURIComponent);
    const operation = asObject(member(this.#document, "paths", found.parts.join("/"), method.toLowerCase()));
    return { name: found.name, params, operation };
  }

  problemOfRequest({ name, operation }: Route, query: URLSearchParams, body: Json | undefined): string | undefined {
    const pointer = pointerTo(name);
    const known = this.#parameters(name, operation);
    const stranger = [...query.keys()].find((key) => !known.includes(key));
    if (stranger !== undefined) return `the query has ${stranger}, which the contract has not`;
    const declared = asObject(operation["requestBody"]);
    if (body === undefined) return declared["required"] === true ? "the body is missing" : undefined;
    if (operation["requestBody"] === undefined) return "there is a body, and the contract has none";
    return this.#problem(`${pointer}/requestBody/content/application~1json/schema`, body);
  }

  problemOfAnswer({ name, operation }: Route, status: number, body: Json | undefined): string | undefined {
    const answer = asObject(operation["responses"])[String(status)];
    if (answer === undefined) return `the contract has no ${status}`;
    const shared = asObject(answer)["$ref"];
    const pointer = typeof shared === "string" ? shared.slice(1) : `${pointerTo(name)}/responses/${status}`;
    const content = asObject(member(this.#resolved(pointer), "content"));
    if (body === undefined) return undefined;
    if (content["application/json"] === undefined) return `the contract has no JSON for ${status}`;
    return this.#problem(`${pointer}/content/application~1json/schema`, body);
  }

  problemOfWebhook(name: string, body: Json): string | undefined {
    if (member(this.#document, "webhooks", name) === undefined) return `the contract has no webhook ${name}`;
    return this.#problem(`/webhooks/${name}/post/requestBody/content/application~1json/schema`, body);
  }

  #parameters(name: string, operation: JsonObject): readonly string[] {
    const [, template = ""] = name.split(" ");
    const lists = [operation["parameters"], member(this.#document, "paths", template, "parameters")];
    return lists
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .map((each) => {
        const ref = asObject(each)["$ref"];
        return String(member(typeof ref === "string" ? this.#resolved(ref.slice(1)) : each, "name"));
      });
  }

  #resolved(pointer: string): Json | undefined {
    const parts = pointer.slice(1).split("/");
    return member(this.#document, ...parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~")));
  }

  #problem(pointer: string, value: Json): string | undefined {
    let validate = this.#compiled.get(pointer);
    if (validate === undefined) {
      validate = this.#ajv.compile({ $ref: `${base}#${pointer.replaceAll("{", "%7B").replaceAll("}", "%7D")}` });
      this.#compiled.set(pointer, validate);
    }
    if (validate(value)) return undefined;
    const [first] = validate.errors ?? [];
    return `${first?.instancePath ?? ""} ${first?.message ?? "does not fit"}`.trim();
  }
}

function wildness(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith("{")).length;
}

function pointerTo(name: string): string {
  const [method = "", template = ""] = name.split(" ");
  return `/paths/${template.replaceAll("~", "~0").replaceAll("/", "~1")}/${method.toLowerCase()}`;
}
