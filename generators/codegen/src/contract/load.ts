import { pathToFileURL } from "node:url";
import { type Access, createAccess } from "./access.ts";
import { type Allowance, allowanceOf, bounded } from "./bounded.ts";
import { type Bundled, bundle } from "./bundle.ts";
import type { Contract, Finding, Json } from "./contract.ts";
import { readEnvironments } from "./environments.ts";
import { ContractError, UsageError } from "./errors.ts";
import { createFindings, type Findings } from "./findings.ts";
import { isObject, type MutableObject, member, textMember } from "./json.ts";
import { defaultLimits, type Limits, limitHint } from "./limits.ts";
import { lintContract, lintSchemas } from "./lint/lint.ts";
import { locate as locateEntry } from "./locate.ts";
import { readOperations } from "./operations.ts";
import { applyOverlay } from "./overlay.ts";
import { namesOf } from "./package-name.ts";
import { type Provider, readProvider } from "./provider.ts";
import { type ReadContext, readSource } from "./read.ts";
import type { Library } from "./refs.ts";
import { modernise } from "./schemas.ts";
import { readSecuritySchemes } from "./security.ts";
import type { Locate, Source } from "./source.ts";
import { upgradeSwagger } from "./swagger.ts";
import { type Version, versionOf } from "./version.ts";
import { walk } from "./walk.ts";
import { readWebhooks } from "./webhooks.ts";

export interface LoadOptions {
  /** A folder that holds `openapi.yaml` (or `.yml`, `.json`), a file, or an http(s) URL. */
  readonly source: string;
  /** Path of provider.yaml; default: the one beside the document when `source` is a folder. */
  readonly config?: string | undefined;
  /** Overlay files, applied in order. */
  readonly overlays?: readonly string[] | undefined;
  /** Origins (`https://x.example`) and folders that refs may lead to, besides the document's own folder. */
  readonly allowRefs?: readonly string[] | undefined;
  /** Name of the package when there is no provider.yaml: `@acme/foo` also gives the short name `foo`. */
  readonly name?: string | undefined;
  /** Emit schemas that check requests and answers at run time; default: what provider.yaml says. */
  readonly schemas?: boolean | undefined;
  /** Repairs are errors. */
  readonly strict: boolean;
  /** Checks examples and request bodies against their schemas too, which costs time; default: as `strict`. */
  readonly lint?: boolean | undefined;
  readonly fetch?: typeof fetch | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

export interface Loaded {
  readonly contract: Contract;
  /**
   * Absolute paths of the files that the result depends on, in the order in which they were read; last those that are
   * absent and would be read if they were there. What came from a URL isn't listed.
   */
  readonly files: readonly string[];
}

/**
 * Reads a document and what belongs to it, and makes the contract of it.
 *
 * @throws ContractError when the document cannot become a client, UsageError when it cannot be had.
 *
 * @example
 * ```ts
 * const { contract } = await loadContract({ source: "specs/razorpay", strict: true });
 * contract.operations.map((operation) => operation.groupedName.join("."));
 * ```
 */
export async function loadContract(options: LoadOptions): Promise<Loaded> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const entry = await locateEntry(options.source, options.config);
  const findings = createFindings();
  const access = await createAccess(entry.root, options.allowRefs ?? []);
  const allowance = allowanceOf(limits.seconds);
  const { mayFetch } = access;
  const read = { fetch: options.fetch ?? fetch, limits, mayFetch, spent: { bytes: 0 }, allowance };
  const source = await readSource(entry.root, read);
  const sources = [source];

  const config = entry.config === undefined ? undefined : await readSource(pathToFileURL(entry.config), read);
  const provider = config === undefined ? undefined : readProvider(config, findings);
  if (config !== undefined) sources.push(config);

  const version = versionOf(source, findings);
  if (version === undefined) throw failure(findings, options.strict);
  let value = version === "3.0" ? adoptWebhooks(source.value) : source.value;
  for (const overlay of options.overlays ?? []) {
    const overlaySource = await readSource(pathToFileURL(overlay), read);
    sources.push(overlaySource);
    const present = value;
    value = bounded(allowance, () => applyOverlay(present, overlaySource, findings, limits));
  }
  const root: Source = { ...source, value };
  const bundled = await bundleAll(root, version, access, read, sources, findings);
  if (findings.hasErrors()) throw failure(findings, options.strict);

  const locate: Locate = (pointer) => placeIn(bundled, root, pointer);
  const document = await upgrade(bundled.document, version, root, locate, findings, allowance);
  if (findings.hasErrors()) throw failure(findings, options.strict);
  const contract = bounded(allowance, () => {
    const built = build(document, root, provider, options, locate, findings);
    lintContract(built, provider, locate, findings);
    return built;
  });
  if (options.lint ?? options.strict) await lintSchemas(contract, locate, findings, allowance);
  const reported = findings.finish(options.strict);
  const errors = reported.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ContractError(errors);
  const files = sources.flatMap(({ file }) => (file === undefined ? [] : [file]));
  return { contract: { ...contract, findings: reported }, files: [...files, ...entry.absent] };
}

function failure(findings: Findings, strict: boolean): ContractError {
  return new ContractError(findings.finish(strict).filter(({ severity }) => severity === "error"));
}

/** Before 3.1 webhooks were an extension. */
function adoptWebhooks(value: Json): Json {
  const webhooks = member(value, "x-webhooks");
  return isObject(value) && isObject(webhooks) && value["webhooks"] === undefined ? { ...value, webhooks } : value;
}

/** Bundles again until no ref asks for a file that isn't loaded yet: one round for most documents. */
async function bundleAll(
  root: Source,
  version: Version,
  access: Access,
  read: ReadContext & { readonly allowance: Allowance },
  sources: Source[],
  findings: Findings,
): Promise<Bundled> {
  const known = new Map<string, Source | { readonly refusal: string }>([[root.url, root]]);
  for (;;) {
    const wanted = new Set<string>();
    const library: Library = {
      get: (url) => known.get(url),
      want: (url) => wanted.add(url),
    };
    const round = createFindings();
    const bundled = bounded(read.allowance, () => bundle(root, version, library, round, read.limits));
    if (wanted.size === 0) {
      findings.adopt(round);
      return bundled;
    }
    if (known.size + wanted.size > read.limits.files) {
      throw new UsageError(`refs lead to too many files; ${limitHint("files", read.limits.files)}`);
    }
    // Read together, listed in the order in which they were met.
    const loaded = await Promise.all([...wanted].map(async (url) => [url, await loadRef(url, access, read)] as const));
    for (const [url, source] of loaded) {
      if ("value" in source) sources.push(source);
      known.set(url, source);
    }
  }
}

async function loadRef(url: string, access: Access, read: ReadContext): Promise<Source | { refusal: string }> {
  const address = new URL(url);
  const refusal = await access.refusal(address);
  if (refusal !== undefined) return { refusal };
  try {
    return await readSource(address, read);
  } catch (error) {
    if (error instanceof UsageError) return { refusal: error.message };
    throw error;
  }
}

function placeIn({ origins }: Bundled, root: Source, pointer: string): { source: Source; pointer: string } {
  const steps = pointer.split("/");
  // Only components and path items come from elsewhere.
  for (const length of [4, 3]) {
    const prefix = steps.slice(0, length).join("/");
    const origin = origins.get(prefix);
    if (origin !== undefined) return { source: origin.source, pointer: origin.pointer + pointer.slice(prefix.length) };
  }
  return { source: root, pointer };
}

async function upgrade(
  bundled: MutableObject,
  version: Version,
  root: Source,
  locate: Locate,
  findings: Findings,
  allowance: Allowance,
): Promise<MutableObject> {
  const document = version === "2.0" ? await upgradeSwagger(bundled, root, findings, allowance) : bundled;
  if (version !== "3.1" || typeof document["openapi"] !== "string") document["openapi"] = "3.1.1";
  bounded(allowance, () => {
    walk(document, (object, kind, pointer) => {
      if (kind === "schema") modernise(object, version, pointer, locate, findings);
    });
  });
  return document;
}

function build(
  document: MutableObject,
  root: Source,
  provider: Provider | undefined,
  options: LoadOptions,
  locate: Locate,
  findings: Findings,
): Omit<Contract, "findings"> & { findings: readonly Finding[] } {
  const info = member(document, "info");
  const title = textMember(info, "title") ?? "";
  const version = member(info, "version");
  const schemes = readSecuritySchemes(document, locate, findings);
  const addresses = readEnvironments(document, root, provider, locate, findings);
  const main = Object.values(addresses.environments)[0];
  const operations = readOperations(document, provider, schemes, main, locate, findings);
  const webhooks = readWebhooks(document, operations);
  if (operations.length === 0 && webhooks.length === 0) {
    findings.error("no-operations", locate("/paths"), "the document declares no operation; add one under 'paths'");
  }
  return {
    ...namesOf(provider, options.name, title),
    title,
    version: typeof version === "string" || typeof version === "number" ? String(version) : "0.0.0",
    description: textMember(info, "description"),
    document,
    ...addresses,
    securitySchemes: Object.fromEntries(schemes),
    operations,
    webhooks,
    schemas: options.schemas ?? provider?.schemas ?? false,
    errorCode: provider?.errorCode ?? [],
    requestId: provider?.requestId ?? ["x-request-id", "request-id"],
    findings: [],
  };
}
