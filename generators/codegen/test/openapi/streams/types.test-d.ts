import type { Binary, ServerEvent } from "@specie/runtime";
import { expectTypeOf, test } from "vitest";
import type {
  DownloadReceiptResponse,
  ExportRawResponse,
  ExportRowsResponse,
  StoreReceiptBody,
  Tick,
  WatchEventsError,
  WatchEventsResponse,
} from "../generated/streams/index.ts";

test("bytes come whole, streams as what can be looped over", () => {
  expectTypeOf<DownloadReceiptResponse>().toEqualTypeOf<Uint8Array>();
  expectTypeOf<StoreReceiptBody>().toEqualTypeOf<Binary>();
  expectTypeOf<WatchEventsResponse>().toEqualTypeOf<AsyncIterable<ServerEvent<Tick>>>();
  expectTypeOf<WatchEventsError>().toEqualTypeOf<{ why: string }>();
  expectTypeOf<ExportRowsResponse>().toEqualTypeOf<AsyncIterable<Tick>>();
  expectTypeOf<ExportRawResponse>().toEqualTypeOf<AsyncIterable<Uint8Array>>();
});
