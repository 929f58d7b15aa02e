import { expect, it } from "vitest";
import { createClient } from "../generated/multipart/client.ts";
import type { Wire, WireTests } from "../wire.ts";

/** The body with its boundary replaced, which differs each time. */
function sent(wire: Wire, type: string): string {
  const { headers, body } = wire.last();
  const boundary = new RegExp(`^${type}; boundary=([-\\w]+)$`).exec(headers["content-type"] ?? "")?.[1];
  expect(boundary?.length).toBeGreaterThan(20);
  return body.toString().replaceAll(boundary!, "B");
}

export function tests(wire: () => Wire): void {
  const client = () => {
    wire().answer({ status: 204 });
    return createClient({ baseUrl: wire().url });
  };

  it("writes files with their names, values without, objects as JSON, lists as parts of one name", async () => {
    await client().evidence.submit({
      file: new File(["PDF"], 'a"b\r\né.pdf', { type: "application/pdf" }),
      scans: [new Blob(["1"], { type: "image/png" }), new Uint8Array([50])],
      raw: new Uint8Array([51]),
      purpose: "dispute",
      meta: { a: 1 },
      tags: ["x", "y"],
      notes: [{ n: 1 }],
      letter: "# Hi",
      joined: ["a", "b"],
      link: { create: true, expand: ["file"] },
    });
    const parts = [
      ['name="file"; filename="a%22b%0D%0Aé.pdf"', "application/pdf", "PDF"],
      ['name="scans"; filename="blob"', "image/png", "1"],
      ['name="scans"; filename="blob"', "application/octet-stream", "2"],
      ['name="raw"; filename="blob"', "image/png", "3"],
      ['name="purpose"', undefined, "dispute"],
      ['name="meta"', "application/json", '{"a":1}'],
      ['name="tags"', undefined, "x"],
      ['name="tags"', undefined, "y"],
      ['name="notes"', "application/json", '{"n":1}'],
      ['name="letter"', "text/markdown", "# Hi"],
      ['name="joined"', undefined, "a,b"],
      ['name="link[create]"', undefined, "true"],
      ['name="link[expand][0]"', undefined, "file"],
    ];
    const written = parts.map(([name, type, text]) => {
      const typed = type === undefined ? "" : `Content-Type: ${type}\r\n`;
      return `--B\r\nContent-Disposition: form-data; ${name}\r\n${typed}\r\n${text}\r\n`;
    });
    expect(sent(wire(), "multipart/form-data")).toBe([...written, "--B--\r\n"].join(""));
  });

  it("keeps bytes as they are", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await client().evidence.submit({ file: bytes });
    expect(wire().last().body.includes(Buffer.from(bytes))).toBe(true);
  });

  it("takes a FormData as it is", async () => {
    const form = new FormData();
    form.append("file", new Blob(["PDF"]), "a.pdf");
    await client().http.POST("/evidence", { body: form as never });
    expect(sent(wire(), "multipart/form-data").replace(/\r\n/g, "\n")).toContain('name="file"; filename="a.pdf"');
  });

  it("writes the parts of multipart/related without names, in their order", async () => {
    await client().related.upload({ meta: { name: "n" }, media: new Blob(["M"], { type: "image/png" }) });
    expect(sent(wire(), "multipart/related")).toBe(
      '--B\r\nContent-Type: application/json\r\n\r\n{"name":"n"}\r\n--B\r\nContent-Type: image/png\r\n\r\nM\r\n--B--\r\n',
    );
  });
}

export const prismErrs: WireTests["prismErrs"] = [
  [/body.joined: Reserved characters/, "the comma between two items is one that divides, and stays"],
  [/\/related body: .* must be object/, "it reads no multipart but forms"],
];
