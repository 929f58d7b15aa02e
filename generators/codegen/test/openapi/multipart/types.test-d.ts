import type { Binary } from "@specie/runtime";
import { expectTypeOf, test } from "vitest";
import type { SubmitEvidenceBody, UploadBody } from "../generated/multipart/index.ts";

test("files are blobs or bytes, in 3.0's words and in 3.1's; text is text", () => {
  expectTypeOf<SubmitEvidenceBody["file"]>().toEqualTypeOf<Binary>();
  expectTypeOf<SubmitEvidenceBody["scans"]>().toEqualTypeOf<Binary[] | undefined>();
  expectTypeOf<SubmitEvidenceBody["raw"]>().toEqualTypeOf<Binary | undefined>();
  expectTypeOf<SubmitEvidenceBody["purpose"]>().toEqualTypeOf<"dispute" | "identity" | undefined>();
  expectTypeOf<SubmitEvidenceBody["letter"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<UploadBody["media"]>().toEqualTypeOf<Binary>();
});
