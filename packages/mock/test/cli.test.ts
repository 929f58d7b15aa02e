import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { shopFile } from "./shop.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ["-C", "source", cli, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    err += String(chunk);
  });
  return { child, out: () => out, err: () => err, ended: once(child, "close").then(([code]) => code as number | null) };
}

describe("specie-mock", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("serves a file, prints violations, and stops on %s", async (signal) => {
    const { child, out, err, ended } = run(shopFile, "--port", "0");
    while (!out().includes("http://")) await Promise.race([once(child.stdout!, "data"), ended]);
    const url = /http:\/\/\S+/.exec(out())![0];
    expect(out()).toContain("2 operations");
    const response = await fetch(`${url}/things`, {
      method: "POST",
      headers: { authorization: "Bearer demo", "content-type": "application/json" },
      body: '["canary"]',
    });
    expect(response.status).toBe(400);
    while (!err().includes("\n")) await once(child.stderr!, "data");
    expect(err()).toBe("violation: request POST /things body: Request body must be object\n");
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  it.each([
    [["absent.yaml"], 2, "specie-mock: no contract at absent.yaml: check the path\n"],
    [["nosuchprovider"], 2, /^specie-mock: no contract for "nosuchprovider": install .*\n$/],
    [[], 2, /^specie-mock: missing required argument.*\(see --help\)\n$/],
    [[shopFile, "--port", "many"], 2, /^specie-mock: .*give a number from 0 to 65535.*\n$/],
    [[shopFile, "--seed", "x"], 2, /^specie-mock: a seed needs dynamic.*\n$/],
    [[shopFile.replace("shop", "thing")], 1, /^specie-mock: cannot read the contract .*\n$/],
  ])("ends with one line and an exit code: %j", async (args, code, line) => {
    const { err, ended } = run(...args);
    expect(await ended).toBe(code);
    expect(err()).toMatch(line);
  });

  it("shows its help", async () => {
    const { out, ended } = run("--help");
    expect(await ended).toBe(0);
    expect(out()).toContain("--dynamic");
  });
});
