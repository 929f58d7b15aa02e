import { describe, expect, it } from "vitest";
import { actions, faultsOf, type Job, type Source, type Step, workflows } from "./workflow.ts";

const sources = [...workflows, ...actions].map((source) => [source.name, source] as const);
const jobs = workflows.flatMap(({ name, value }) =>
  Object.entries(value.jobs ?? {}).map(([job, content]) => [`${name}: ${job}`, content] as const),
);

function stepsOf({ value }: Source): readonly Step[] {
  return [...Object.values(value.jobs ?? {}).flatMap(({ steps = [] }) => steps), ...(value.runs?.steps ?? [])];
}

/** What each job may write, and nothing more: a line to change on purpose. */
const writes: Readonly<Record<string, string>> = {
  ".github/workflows/release.yml: publish": "id-token",
  ".github/workflows/release.yml: tag": "contents",
  ".github/workflows/release.yml: version": "contents pull-requests",
  ".github/workflows/specs.yml: propose": "actions contents pull-requests",
};

describe("workflows", () => {
  it.each(workflows.map(({ name, text }) => [name, text]))(
    "%s is what GitHub reads without complaint",
    async (name, text) => {
      expect(await faultsOf(name, text)).toEqual([]);
    },
  );

  it("with a fault are not", async () => {
    const faulty =
      "on: push\njobs:\n  a:\n    runs-on: x\n    needs: none\n    permisions: {}\n    steps: [{ run: 'echo ${{ foo.bar }}' }]\n";
    expect(await faultsOf("faulty.yml", faulty)).not.toEqual([]);
  });

  it.each(sources)("%s runs actions of others only at a commit, with its version beside it", (_, source) => {
    for (const { uses } of stepsOf(source)) {
      if (uses === undefined || uses.startsWith("./")) continue;
      expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
      expect(source.text).toMatch(new RegExp(`uses: ${uses} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
  });

  it("use one commit of each action", () => {
    const commits = new Map<string, Set<string>>();
    for (const uses of sources.flatMap(([, source]) => stepsOf(source).flatMap((step) => step.uses ?? []))) {
      const [path = "", commit = ""] = uses.split("@");
      const name = path.split("/").slice(0, 2).join("/");
      if (commit !== "") commits.set(name, (commits.get(name) ?? new Set()).add(commit));
    }
    expect(commits.size).toBeGreaterThan(3);
    expect([...commits].filter(([, found]) => found.size !== 1)).toEqual([]);
  });

  it.each(sources)("%s puts no expression into a script", (_, source) => {
    for (const { run } of stepsOf(source)) expect(run ?? "").not.toContain("${{");
  });

  it.each(workflows.map(({ name, value }) => [name, value]))(
    "%s gives no rights but those that a job names",
    (_, value) => {
      expect(value.permissions).toEqual({});
      expect(JSON.stringify(value.on)).not.toMatch(/pull_request_target|workflow_run|issue_comment/);
    },
  );

  it.each(jobs)("%s has the rights that it needs, and an end", (name, job: Job) => {
    expect(job.permissions).toBeDefined();
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
    const written = Object.entries(job.permissions ?? {}).filter(([, right]) => right === "write");
    expect(
      written
        .map(([right]) => right)
        .sort()
        .join(" "),
    ).toBe(writes[name] ?? "");
    expect(Object.values(job.permissions ?? {}).every((right) => right === "read" || right === "write")).toBe(true);
  });

  it.each(jobs)("%s leaves no credentials in the clone", (_, { steps = [] }: Job) => {
    for (const step of steps) {
      if (step.uses?.startsWith("actions/checkout@")) expect(step.with?.["persist-credentials"]).toBe(false);
    }
  });
});

describe("the release", () => {
  const release = workflows.find(({ name }) => name.endsWith("release.yml"));
  const publish = release?.value.jobs?.["publish"]?.steps ?? [];

  it("knows no token of npm's", () => {
    expect(release?.text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
  });

  it("runs nothing of others where it may publish, but to fetch the tarballs", () => {
    const own = publish.flatMap(({ run }) => run ?? []);
    expect(own).toEqual(['node scripts/release/publish.mjs "$RUNNER_TEMP/release"']);
    expect(publish.flatMap(({ uses }) => uses?.split("/")[0] ?? [])).toEqual(["actions", "actions", "actions"]);
  });
});
