import type { Json } from "./contract.ts";
import type { YamlEvents } from "./yaml.ts";

/** A document that was read: where from, its text, its value. */
export interface Source {
  /** `file:` or `http(s):` URL, without a fragment. */
  readonly url: string;
  /** How messages name it: a path relative to the working folder, or the URL. */
  readonly label: string;
  /** Absolute path; undefined for what came from the network. */
  readonly file: string | undefined;
  readonly text: string;
  readonly value: Json;
  /** Kept to find lines; undefined for JSON. */
  readonly yaml: YamlEvents | undefined;
}

/** A place in a source. */
export interface Place {
  readonly source: Source;
  /** JSON pointer. */
  readonly pointer: string;
}

/** Where a part of the bundled document was read, by its JSON pointer there. */
export type Locate = (pointer: string) => Place;
