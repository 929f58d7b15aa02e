import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Cache } from "./turbo.ts";

/** The server's version: a tool of this check alone, so it is no dependency of the workspace. */
const server = "turborepo-remote-cache@2.12.0";

export interface Running {
  readonly cache: Cache;
  readonly stop: () => Promise<void>;
}

/** Starts the well-kept open-source server on loopback, with a folder as its store. */
export async function startServer(folder: string, key: string): Promise<Running> {
  const port = await freePort();
  const token = "example-token";
  const env = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "error",
    TURBO_TOKEN: token,
    STORAGE_PROVIDER: "local",
    STORAGE_PATH: folder,
    STORAGE_PATH_USE_TMP_FOLDER: "false",
    // Without any value it drops the signatures that clients send, and every signed read is a miss.
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: "kept",
  };
  // A group of its own: npx is not what has to end.
  const child = spawn("npx", ["--yes", server], { env, detached: true, stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(child, "exit");
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (!isStopped && child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    isStopped = true;
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt += 1) {
    if (await answers(url, token)) return { cache: { url, token, key }, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`${server} did not start`);
}

async function answers(url: string, token: string): Promise<boolean> {
  try {
    const status = await fetch(`${url}/v8/artifacts/status`, { headers: { authorization: `Bearer ${token}` } });
    return status.ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
