import { locateContract } from "./contract.ts";
import { firstLine, MockError } from "./mock-error.ts";
import type { Violation } from "./violation.ts";
import { watch } from "./watch.ts";

export interface MockOptions {
  /** Answer with random data that fits the schemas, instead of the contract's examples. */
  readonly dynamic?: boolean;
  /** Makes dynamic answers repeatable. */
  readonly seed?: string;
  /** Default: any free port. */
  readonly port?: number;
  /** Default: 127.0.0.1, so that nobody else can reach it. */
  readonly host?: string;
  /** Called for each violation as it happens. */
  readonly onViolation?: (violation: Violation) => void;
}

/** A running mock. */
export interface Mock extends AsyncDisposable {
  /** `http://127.0.0.1:40123`, without a slash at the end. Paths start right behind it. */
  readonly url: string;
  /** The provider or file that it speaks for. */
  readonly contract: string;
  /** How many operations it knows. */
  readonly operations: number;
  /** Everything that broke the contract so far, oldest first. */
  violations(): Violation[];
  /** Forgets the violations. */
  reset(): void;
  /** Ends open connections and frees the port. May be called twice. */
  close(): Promise<void>;
}

/**
 * Starts a Prism server that speaks for a contract, and resolves when it answers.
 *
 * @param contract a provider's name (its installed package carries the contract), a JSON or YAML file, or a document
 * @throws MockError with one line on what is wrong
 *
 * @example
 * ```ts
 * await using mock = await startMock("razorpay");
 * const razorpay = createRazorpay({ keyId, keySecret, baseUrl: mock.url });
 * await razorpay.orders.create({ amount: 50000, currency: "INR" });
 * assert.deepEqual(mock.violations(), []);
 * ```
 */
export async function startMock(contract: string | object, options: MockOptions = {}): Promise<Mock> {
  const { dynamic = false, seed, port: wanted = 0, host = "127.0.0.1", onViolation } = options;
  if (seed !== undefined && !dynamic) throw new MockError("usage", "a seed needs dynamic: examples are not random");
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    throw new MockError("usage", `port ${wanted} is not a port: give 0 to 65535, or leave it out for a free one`);
  }
  const located = locateContract(contract);
  const { createPrism, readOperations } = await import("./prism.ts");
  const operations = await readOperations(located);
  const server = createPrism(operations, { dynamic, ...(seed === undefined ? {} : { seed }) });

  let violations: Violation[] = [];
  let port = 0;
  const unwatch = watch(
    server,
    () => port,
    (violation) => {
      violations.push(violation);
      onViolation?.(violation);
    },
  );
  try {
    port = portOf(await server.listen(wanted, host));
  } catch (error) {
    unwatch();
    throw new MockError(
      "port",
      `cannot listen on ${host}:${wanted} (${firstLine(error)}): choose another port, or none for a free one`,
    );
  }

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= server.close().finally(unwatch);
    return closing;
  };
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    contract: located.label,
    operations: operations.length,
    violations: () => [...violations],
    reset: () => {
      violations = [];
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function portOf(address: string): number {
  return Number(address.slice(address.lastIndexOf(":") + 1));
}
