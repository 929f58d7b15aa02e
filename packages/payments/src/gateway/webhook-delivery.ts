/** Headers of a request: the web's `Headers`, Node's object, or anything alike. Names in any case. */
export type DeliveryHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A webhook as it came: headers and raw body, or a Fetch `Request` whose body nobody has read. */
export type Delivery =
  | { readonly headers: DeliveryHeaders; readonly body: string | Uint8Array }
  | { readonly headers: { get(name: string): string | null }; arrayBuffer(): Promise<ArrayBuffer> };

/** A delivery with its bytes read. */
export interface ReadDelivery {
  /** A header by name, in any case. */
  header(name: string): string | undefined;
  readonly body: string | Uint8Array;
}

/** Reads the bytes of a delivery, once. */
export async function readDelivery(delivery: Delivery): Promise<ReadDelivery> {
  const { headers } = delivery;
  const body = "arrayBuffer" in delivery ? new Uint8Array(await delivery.arrayBuffer()) : delivery.body;
  return { header: (name) => find(headers, name), body };
}

function find(headers: DeliveryHeaders, wanted: string): string | undefined {
  if (isHeaders(headers)) return headers.get(wanted) ?? undefined;
  const [, found] = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted.toLowerCase()) ?? [];
  return typeof found === "string" ? found : found?.[0];
}

function isHeaders(headers: DeliveryHeaders): headers is { get(name: string): string | null } {
  return typeof headers["get"] === "function";
}
