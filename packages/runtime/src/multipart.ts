import { type BodyEncoder, membersOf, type PartStyle } from "./body.ts";
import { toHex, utf8 } from "./encoding.ts";
import { writeJson } from "./json.ts";
import type { Bytes } from "./network.ts";
import { Refusal } from "./refusal.ts";
import { scalarText } from "./scalar.ts";
import { nestedPairs } from "./styles.ts";

/**
 * Encodes a multipart body. Blobs and bytes are files with a name, objects are JSON, lists are several parts of one name.
 * Outside of `multipart/form-data` parts have no names: they come in the order of the members.
 */
export const encodeMultipart: BodyEncoder = async (body, contentType, encoding = {}) => {
  if (body instanceof FormData) {
    const written = new Response(body);
    // The platform chooses the boundary, and names it in the type.
    return {
      content: new Uint8Array(await written.arrayBuffer()),
      contentType: written.headers.get("content-type") ?? "",
    };
  }
  const type = contentType.replace(/;.*/s, "");
  const boundary = `specie-${toHex(crypto.getRandomValues(new Uint8Array(16)))}`;
  const isForm = /form-data$/i.test(type);
  const pieces: Bytes[] = [];
  for (const [name, value] of membersOf(body)) {
    const style = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
    for (const [label, item] of partsOf(name, value, style)) {
      const { content, mime, file } = await encodePart(item, label, style);
      const filename = file === undefined ? "" : `; filename="${escapeName(file)}"`;
      const disposition = isForm ? `Content-Disposition: form-data; name="${escapeName(label)}"${filename}\r\n` : "";
      const heading = `--${boundary}\r\n${disposition}${mime && `Content-Type: ${mime}\r\n`}\r\n`;
      pieces.push(utf8(heading), content, utf8("\r\n"));
    }
  }
  pieces.push(utf8(`--${boundary}--\r\n`));
  return { content: joined(pieces), contentType: `${type}; boundary=${boundary}` };
};

/** The parts that one member makes, each with its name. */
function partsOf(name: string, value: unknown, style: PartStyle | undefined): (readonly [string, unknown])[] {
  if (style?.style === "deepObject") return nestedPairs(name, value);
  const items = (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null);
  if (!Array.isArray(value) || style?.explode !== false) return items.map((item) => [name, item]);
  return items.length === 0 ? [] : [[name, items.map((item) => scalarText(item, name)).join(",")]];
}

async function encodePart(
  item: unknown,
  name: string,
  style: PartStyle | undefined,
): Promise<{ content: Bytes; mime: string; file?: string }> {
  const wanted = style?.contentType ?? "";
  if (item instanceof Blob) {
    const mime = checkType(item.type || wanted || "application/octet-stream");
    return { content: new Uint8Array(await item.arrayBuffer()), mime, file: item instanceof File ? item.name : "blob" };
  }
  if (item instanceof Uint8Array || item instanceof ArrayBuffer) {
    return { content: new Uint8Array(item), mime: wanted || "application/octet-stream", file: "blob" };
  }
  if ((typeof item === "object" && !(item instanceof Date)) || style?.json) {
    return { content: utf8(writeJson(item)), mime: wanted || "application/json" };
  }
  return { content: utf8(scalarText(item, name)), mime: wanted };
}

/** The type of a caller's Blob may hold anything, a line break too. */
function checkType(type: string): string {
  if (!/^[\x20-\x7e]+$/.test(type)) throw new Refusal("the type of a file cannot be sent");
  return type;
}

/** As browsers write names: nothing in one can end its line or its quotes. */
function escapeName(name: string): string {
  return name.replace(/[\r\n"]/g, (mark) => ({ "\r": "%0D", "\n": "%0A" })[mark] ?? "%22");
}

function joined(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
