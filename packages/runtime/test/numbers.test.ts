import fc from "fast-check";
import { expect, test } from "vitest";
import { connect, DecodeError, invoke, type Operation, type Shape } from "../src/index.ts";
import { answer, fetchPayment, provider, script } from "./support/operations.ts";

const money: Shape = {
  amount: 1,
  items: { "*": { amount: 1 } },
  metadata: {},
  next: () => money,
  either: [{ a: 1 }, { b: 1 }],
};

async function read(text: string, integers: Shape | undefined = money, status = 200) {
  const { fetch } = script(answer(status, text, { "x-acme-request": "req_1" }));
  const operation: Operation =
    integers === undefined ? fetchPayment : { ...fetchPayment, integers: { [status]: integers } };
  return connect(provider, { fetch, retries: 0 })
    [invoke](operation, { params: ["a"] })
    .result() as Promise<{
    status: unknown;
    data: unknown;
    error: unknown;
    text?: string;
  }>;
}

test("a declared integer that a number cannot hold is a decode error with all that is needed to resolve it", async () => {
  const places: [string, string][] = [
    ['{"amount":9007199254740993}', "amount"],
    ['{"amount":-9007199254740993}', "amount"],
    ['{"items":[{"amount":1},{"amount":12345678901234567890}]}', "items[1].amount"],
    ['{"next":{"next":{"amount":9007199254740992}}}', "next.next.amount"],
    ['{"either":{"b":1e400}}', "either.b"],
    ['{"amount":1e17}', "amount"],
    ['{"amount":123456789012345e7}', "amount"],
    ['{"amount":10000000E+9}', "amount"],
  ];
  for (const [text, place] of places) {
    const result = await read(text);
    expect(result).toMatchObject({ status: "decode", httpStatus: 200, requestId: "req_1", text });
    expect(result.error).toBeInstanceOf(DecodeError);
    expect(result.error).toMatchObject({ status: 200, requestId: "req_1", place });
    expect((result.error as DecodeError).text).toBe(text);
  }
  expect(await read('{"amount":9007199254740993}', money, 400)).toMatchObject({ status: "decode", httpStatus: 400 });
});

test("anywhere else the exact digits are kept as text", async () => {
  const result = await read(
    '{"amount":1,"metadata":{"id":12345678901234567890},"other":0.12345678901234567890,"big":1e400,"tiny":1e-400}',
  );
  expect(result).toMatchObject({
    status: 200,
    data: {
      amount: 1,
      metadata: { id: "12345678901234567890" },
      other: "0.12345678901234567890",
      big: "1e400",
      tiny: "1e-400",
    },
  });
});

test("digits inside texts are no numbers", async () => {
  const data = {
    amount: 1,
    id: "12345678901234567890",
    quoted: 'a " 12345678901234567890 \\',
    "12345678901234567890": 1,
  };
  expect(await read(JSON.stringify(data))).toMatchObject({ status: 200, data });
});

test("long numbers that a double does hold stay numbers", async () => {
  const numbers = [0.30000000000000004, 9007199254740991, 1e-10, 1.5e15, 123456.789012345, -0.1];
  expect((await read(JSON.stringify(numbers))).data).toEqual(numbers);
  expect((await read("[100.00000000000000, 5.0000000000000000]")).data).toEqual([100, 5]);
});

test("undeclared member names are not quoted in the place", async () => {
  expect((await read('{"4111111111111111":9007199254740993}', { "*": 1 })).error).toMatchObject({ place: "*" });
});

test("members that objects inherit are no declarations", async () => {
  const result = await read('{"__proto__":{"amount":9007199254740993},"constructor":9007199254740993}');
  expect(result.status).toBe(200);
  expect(Object.getPrototypeOf(result.data)).toBe(Object.prototype);
  expect(Object.hasOwn(result.data as object, "__proto__")).toBe(true);
  expect(Reflect.get({}, "amount")).toBeUndefined();
});

test("schemas that only refer to themselves end", async () => {
  const loop: Shape = [() => loop];
  expect(await read('{"amount":9007199254740993}', loop)).toMatchObject({ status: 200 });
});

test("no number of any document is ever changed", async () => {
  const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{1,24})?([eE][+-]?\d{1,3})?$/);
  const other = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', "\\", "1", "2345678901234567", ",", "e99") }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ number: digits, text: other })), async (entries) => {
      const text = `[${entries.map(({ number, text }) => `{"n":${number},${JSON.stringify(text)}:${JSON.stringify(text)}}`).join(" , ")}]`;
      fc.pre(!entries.some((entry) => entry.text === "n"));
      const { data } = (await read(text, undefined)) as { data: Record<string, unknown>[] };
      for (const [index, { number, text }] of entries.entries()) {
        expect(data[index]![text]).toBe(text);
        const value = data[index]!["n"];
        if (typeof value === "string") expect(value).toBe(number);
        else expect(canonical(String(value))).toBe(canonical(number));
      }
    }),
    { numRuns: 300 },
  );
});

/** Digits and power of ten, by another road than the code under test. */
function canonical(text: string): string {
  const [mantissa = "", exponent = "0"] = text
    .toLowerCase()
    .replace("-", (sign, at) => (at === 0 ? "" : sign))
    .split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  let digits = BigInt(whole + fraction);
  let power = Number(exponent) - fraction.length;
  while (digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    power++;
  }
  return digits === 0n ? "0" : `${digits}e${power}`;
}

test("large documents are read in reasonable time", async () => {
  const text = JSON.stringify({
    blob: "x".repeat(3_000_000),
    list: Array.from({ length: 20_000 }, (_, i) => ({ id: `${i}` })),
  });
  const long = `{"n":12345678901234567890,"zeros":0.${"0".repeat(100_000)}1,${text.slice(1)}`;
  const start = performance.now();
  expect((await read(long)).status).toBe(200);
  expect(performance.now() - start).toBeLessThan(2000);
});
