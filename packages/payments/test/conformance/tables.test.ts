import { describe, expect, it } from "vitest";
import { readContract } from "./contract.ts";
import { subject as cybersource } from "./subjects/cybersource.ts";
import { subject as hyperswitch } from "./subjects/hyperswitch.ts";
import { subject as razorpay } from "./subjects/razorpay.ts";
import { agreements } from "./tables.ts";

const subjects = [hyperswitch, cybersource, razorpay].map((subject) => [subject.name, subject] as const);
type Answers = { [status: string]: { content: { "application/json": { examples: Record<string, unknown> } } } };
type Operation = { operationId?: string; responses: Answers };
type Document = { paths: Record<string, Record<string, Operation>>; webhooks: Record<string, unknown> };

/** What the tables miss, or have too much, over a contract that somebody changed. */
function missing(subject: (typeof subjects)[number][1], change: (document: Document) => void): readonly string[] {
  const document = structuredClone(subject.document) as Document;
  change(document);
  return agreements(subject, readContract(document)).flatMap(([, names]) => names);
}

describe.each(subjects)("%s: the tables notice", (_, subject) => {
  const [id = ""] = Object.keys(subject.roads);
  const examples = (document: Document): Record<string, unknown> => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const responses = operations.find(({ operationId }) => operationId === id)?.responses ?? {};
    const [, answer] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
    return answer?.content["application/json"].examples ?? {};
  };

  it("nothing, when nothing changed", () => {
    expect(missing(subject, () => {})).toEqual([]);
  });

  it("an example that is new", () => {
    const found = missing(subject, (document) => Object.assign(examples(document), { brand: { value: {} } }));
    expect(found).toEqual([expect.stringMatching(/ brand$/)]);
  });

  it("an example that is gone", () => {
    const found = missing(subject, (document) => {
      const [first = ""] = Object.keys(examples(document));
      delete examples(document)[first];
    });
    expect(found).not.toEqual([]);
  });

  it("an operation that is new", () => {
    const found = missing(subject, (document) => {
      document.paths["/v1/novelties"] = {
        get: { operationId: "listNovelties", responses: {} },
      };
    });
    expect(found).toEqual(["listNovelties"]);
  });

  it("an event that is new", () => {
    const found = missing(subject, (document) => {
      const media = { "application/json": { examples: { "brand-event": { value: {} } } } };
      document.webhooks["brand"] = { post: { requestBody: { content: media } } };
    });
    expect(found).toEqual(["brand-event"]);
  });
});
