import type * as JsYaml from "js-yaml";
import type { Json } from "./contract.ts";
import { type MutableObject, setMember } from "./json.ts";
import type { Limits } from "./limits.ts";
import { SyntaxFault } from "./syntax-fault.ts";
import { quoted } from "./text.ts";
import { lineAt, startOf, type YamlEvents, yamlReader } from "./yaml.ts";
import { plainScalar } from "./yaml-scalar.ts";

/** The JSON value of a document's events. The first event opens the document. */
export function composeYaml(text: string, events: YamlEvents, limits: Limits): Json {
  return new Composer(text, events, limits).value(0);
}

/** Tags that say what a value is anyway. */
const knownTags: Readonly<Record<string, string>> = {
  "!!map": "object",
  "!!seq": "list",
  "!!str": "string",
  "!!int": "number",
  "!!float": "number",
  "!!bool": "boolean",
  "!!null": "null",
};

type Anchored = JsYaml.ScalarEvent | JsYaml.MappingEvent | JsYaml.SequenceEvent;

class Composer {
  readonly #text: string;
  readonly #events: YamlEvents;
  readonly #limits: Limits;
  readonly #ids: typeof JsYaml.EVENT_ID;
  readonly #decode: typeof JsYaml.getScalarValue;
  /** The event each anchor was last put on, in reading order. */
  readonly #anchors = new Map<string, number>();
  /** The event each alias stands for: found once, since its anchor's name may be given again later. */
  readonly #targets = new Map<number, number>();
  /** Lists and objects that are not closed yet. */
  readonly #open = new Set<number>();
  #at = 1;
  /** A copy of an alias counts in full, each time it is used. */
  #values = 0;
  #last = 0;

  constructor(text: string, events: YamlEvents, limits: Limits) {
    this.#text = text;
    this.#events = events;
    this.#limits = limits;
    const { EVENT_ID, getScalarValue } = yamlReader();
    this.#ids = EVENT_ID;
    this.#decode = getScalarValue;
  }

  /** The value that starts at the present event; the next one is then the present event. */
  value(depth: number): Json {
    const index = this.#at;
    const event = this.#events[index];
    this.#at += 1;
    this.#last = startOf(event) ?? this.#last;
    const { values, depth: deepest } = this.#limits;
    this.#values += 1;
    if (this.#values > values) throw this.#fault(`more than ${values} values once its aliases are copied out`);
    if (depth > deepest) throw this.#fault(`nested more than ${deepest} levels deep`);
    if (event === undefined || event.type === this.#ids.DOCUMENT || event.type === this.#ids.POP) return null;
    if (event.type === this.#ids.ALIAS) return this.#alias(event, index, depth);
    this.#remember(event, index);
    if (event.type === this.#ids.SCALAR) return this.#scalar(event);
    this.#checkTag(event, event.type === this.#ids.MAPPING ? "object" : "list");
    this.#open.add(index);
    const result = event.type === this.#ids.MAPPING ? this.#object(depth) : this.#list(depth);
    this.#open.delete(index);
    return result;
  }

  #alias(event: JsYaml.AliasEvent, index: number, depth: number): Json {
    const target = this.#targetOf(event, index);
    if (this.#open.has(target)) throw this.#fault(`alias ${quoted(this.#nameOf(event))} contains itself`);
    const back = this.#at;
    this.#at = target;
    const copy = this.value(depth);
    this.#at = back;
    return copy;
  }

  #targetOf(event: JsYaml.AliasEvent, index: number): number {
    const target = this.#targets.get(index) ?? this.#anchors.get(this.#nameOf(event));
    if (target === undefined) throw this.#fault(`unknown alias ${quoted(this.#nameOf(event))}`);
    this.#targets.set(index, target);
    return target;
  }

  #remember(event: Anchored, index: number): void {
    if (event.anchorStart < 0) return;
    const name = this.#nameOf(event);
    // A copy of an alias is no new anchor.
    if (index > (this.#anchors.get(name) ?? 0)) this.#anchors.set(name, index);
  }

  #nameOf({ anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number }): string {
    return this.#text.slice(anchorStart, anchorEnd);
  }

  #scalar(event: JsYaml.ScalarEvent): Json {
    const text = this.#decode(this.#text, event);
    // A long text that is copied out many times is what fills the memory.
    this.#values += text.length >> 6;
    const tag = this.#text.slice(Math.max(event.tagStart, 0), Math.max(event.tagEnd, 0));
    if (tag === "!!str" || tag === "!") return text;
    const isPlain = event.style === yamlReader().SCALAR_STYLE.PLAIN;
    const value = isPlain || tag !== "" ? plainScalar(text) : text;
    if (typeof value === "number" && !Number.isFinite(value)) throw this.#fault("NaN and infinity are not JSON");
    if (tag !== "") this.#checkTag(event, value === null ? "null" : typeof value);
    return value;
  }

  #list(depth: number): Json {
    const items: Json[] = [];
    while (!this.#closes()) items.push(this.value(depth + 1));
    return items;
  }

  #object(depth: number): Json {
    const object: MutableObject = {};
    while (!this.#closes()) {
      const name = this.#key();
      if (Object.hasOwn(object, name)) throw this.#fault(`duplicate key ${quoted(name)}; keep one`);
      setMember(object, name, this.value(depth + 1));
    }
    return object;
  }

  /** `200:` and `2.0:` are meant as they are written. */
  #key(): string {
    const index = this.#at;
    let event = this.#events[index];
    this.#last = startOf(event) ?? this.#last;
    if (event?.type === this.#ids.ALIAS) event = this.#events[this.#targetOf(event, index)];
    if (event?.type !== this.#ids.SCALAR) throw this.#fault("a key must be plain text");
    this.#remember(event, index);
    this.#checkTag(event, "string");
    const name = this.#decode(this.#text, event);
    if (name === "<<" && event.style === yamlReader().SCALAR_STYLE.PLAIN) {
      throw this.#fault("merge keys (<<) are not YAML 1.2; write the members out");
    }
    this.#at += 1;
    return name;
  }

  #closes(): boolean {
    if (this.#events[this.#at]?.type !== this.#ids.POP) return false;
    this.#at += 1;
    return true;
  }

  #checkTag({ tagStart, tagEnd }: Anchored, kind: string): void {
    if (tagStart < 0) return;
    const tag = this.#text.slice(tagStart, tagEnd);
    if (tag === "!" || knownTags[tag] === kind) return;
    throw this.#fault(`the tag ${quoted(tag)} is not for JSON data; write the value plainly`);
  }

  #fault(message: string): SyntaxFault {
    return new SyntaxFault(message, lineAt(this.#text, this.#last));
  }
}
