import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { root } from "./workflow.ts";

describe("the providers of the scheduled update", () => {
  it("are those that publish a document of their own", () => {
    const printed = execFileSync("node", [join(root, "scripts/workflows/upstreams.mjs")], { encoding: "utf8" });
    expect(JSON.parse(printed)).toEqual(["cybersource", "hyperswitch"]);
  });
});

describe("an update", () => {
  /** A repository whose `specie update` is the given script. */
  function repository(script: string): string {
    const folder = mkdtempSync(join(tmpdir(), "specie-update-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, "generators/codegen/src"), { recursive: true });
    writeFileSync(join(folder, "generators/codegen/src/cli.ts"), script);
    cpSync(join(root, "scripts/workflows/update.sh"), join(folder, "scripts/workflows/update.sh"));
    git(folder, "init", "-q");
    git(folder, "add", "-A");
    git(folder, "commit", "-qm", "start");
    return folder;
  }

  function git(folder: string, ...args: string[]): string {
    const who = ["-c", "user.name=Test", "-c", "user.email=test@test.example"];
    return execFileSync("git", [...who, ...args], { cwd: folder, encoding: "utf8" });
  }

  function update(folder: string): string {
    const out = mkdtempSync(join(tmpdir(), "specie-update-out-"));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    execFileSync("bash", ["scripts/workflows/update.sh", "acme", out], { cwd: folder, stdio: "pipe" });
    return out;
  }

  it("that changes something is a patch and a report whose text is nobody's markup", () => {
    const change = 'import { writeFileSync } from "node:fs"; writeFileSync("new.txt", process.argv.join());';
    const folder = repository(`${change} console.log("acme: minor \`\`\`\`\\n@everyone <script>");`);
    const out = update(folder);
    const report = readFileSync(join(out, "report.md"), "utf8");
    expect(report.match(/````/g)).toHaveLength(2);
    expect(report).toContain("acme: minor");
    git(folder, "reset", "-q", "--hard");
    git(folder, "apply", "--index", join(out, "changes.patch"));
    expect(readFileSync(join(folder, "new.txt"), "utf8")).toContain("update,acme");
  });

  it("that changes nothing is nothing", () => {
    const out = update(repository('console.log("nothing changed");'));
    expect(existsSync(join(out, "changes.patch")) || existsSync(join(out, "report.md"))).toBe(false);
  });

  it("that fails is a failure", () => {
    expect(() => update(repository("process.exit(1);"))).toThrow();
  });
});
