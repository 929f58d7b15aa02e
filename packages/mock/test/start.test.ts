import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MockError, startMock } from "../src/index.ts";
import { ask, startShop } from "./shop.ts";

describe("starting and stopping", () => {
  it("frees the port, so that it can be taken again at once", async () => {
    const first = await startShop();
    const port = Number(new URL(first.url).port);
    await ask(first, "/things/thing_1");
    await first.close();
    await first.close();
    await expect(ask(first, "/things/thing_1")).rejects.toThrow("fetch failed");
    await using second = await startShop({ port });
    expect(second.url).toBe(first.url);
  });

  it("says in one line that the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((ready) => other.once("listening", ready));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expect(startShop({ port })).rejects.toThrow(new RegExp(`^cannot listen on 127.0.0.1:${port} .*another port`));
    other.close();
  });

  it("takes a document as well as a file, and leaves it as it was", async () => {
    const document = {
      openapi: "3.1.0",
      info: { title: "Pings", version: "1" },
      paths: {
        "/ping": {
          get: {
            responses: {
              200: {
                description: "Pong.",
                content: {
                  "application/json": {
                    schema: { $ref: "#/components/schemas/Pong" },
                    examples: { pong: { value: "pong" } },
                  },
                },
              },
            },
          },
        },
      },
      components: { schemas: { Pong: { const: "pong" } } },
    };
    const before = structuredClone(document);
    await using mock = await startMock(document);
    expect(mock.contract).toBe("document");
    expect((await ask(mock, "/ping")).body).toBe("pong");
    expect(mock.violations()).toEqual([]);
    expect(document).toEqual(before);
  });
});

describe("a contract that cannot be served", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "specie-mock-"));
    await writeFile(join(folder, "broken.json"), '{ "openapi": "3.1.0",\n  oops');
    await writeFile(
      join(folder, "dangling.yaml"),
      "openapi: 3.1.0\ninfo: {title: x, version: '1'}\npaths:\n  /a: { $ref: ./b.yaml }\n",
    );
    await writeFile(join(folder, "other.yaml"), "name: something else\n");
    await writeFile(join(folder, "empty.yaml"), "openapi: 3.1.0\ninfo: {title: x, version: '1'}\npaths: {}\n");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ["broken.json", "contract"],
    ["dangling.yaml", "contract"],
    ["other.yaml", "contract"],
    ["empty.yaml", "contract"],
    ["absent.yaml", "usage"],
  ])("is named in one line: %s", async (file, kind) => {
    const error = await startMock(join(folder, file)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MockError);
    expect(error).toMatchObject({ kind, message: expect.stringMatching(new RegExp(`^.*${file}.*$`)) });
  });

  it.each([
    ["nosuchprovider", 'no contract for "nosuchprovider": install @specie/nosuchprovider'],
    ["No Such", "neither a provider's name nor a file"],
    ["https://shop.example/openapi.json", "give a file"],
  ])("is refused with what to do: %s", async (contract, message) => {
    await expect(startMock(contract)).rejects.toThrow(message);
  });

  it.each([-1, 1.5, 70_000])("has no port %s", async (port) => {
    await expect(startShop({ port })).rejects.toThrow("is not a port");
  });
});
