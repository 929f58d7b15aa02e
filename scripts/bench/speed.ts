import { compared, inTurn, type Limit, median } from "./rounds.ts";
import { notLoaded, notMeasured, type Row } from "./row.ts";

/** One client's rounds, many calls at once: calls a second, and the processor time that a call took in this process. */
export interface Speed {
  readonly callsPerSecond: readonly number[];
  readonly cpuMicroseconds: number;
}

/** By client; or why there are none. */
export type Speeds = Readonly<Record<string, Speed | string>>;

export type Call = () => PromiseLike<unknown>;

export interface Bursts {
  /** Clients by name; each is loaded when it is its turn. */
  readonly contenders: Readonly<Record<string, () => Promise<Call>>>;
  /** The `id` of what every call has to give. */
  readonly id: string;
  /** Calls of a round. */
  readonly calls: number;
  readonly rounds: number;
}

/** Two rounds to warm up. */
const warmUp = 2;
const lanes = 64;

/** Loads all clients, and lets them call in turn, 64 calls at once. */
export async function measureSpeeds({ contenders, id, calls, rounds }: Bursts): Promise<Speeds> {
  const loaded = new Map<string, Call>();
  const speeds: Record<string, Speed | string> = {};
  for (const [name, load] of Object.entries(contenders)) {
    try {
      const call = await load();
      const answer = await call();
      if (Reflect.get(Object(answer), "id") !== id) throw new Error("the first call did not give the payment");
      loaded.set(name, call);
    } catch (error) {
      speeds[name] = notLoaded(error);
    }
  }
  const cpu = [...loaded].map((): number[] => []);
  const measures = [...loaded.values()].map((call, index) => () => burst(call, calls, cpu[index] ?? []));
  const samples = await inTurn(warmUp + rounds, measures);
  for (const [index, name] of [...loaded.keys()].entries()) {
    const callsPerSecond = samples[index]?.slice(warmUp) ?? [];
    speeds[name] = { callsPerSecond, cpuMicroseconds: median(cpu[index]?.slice(warmUp) ?? []) };
  }
  return speeds;
}

async function burst(call: Call, calls: number, cpu: number[]): Promise<number> {
  let left = calls;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const started = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: lanes }, lane));
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / calls);
  return (calls * 1000) / (performance.now() - started);
}

/** A row of two clients' speeds, with what each call took of the processor: steadier where other programs run too. */
export function comparedSpeeds(
  what: string,
  ours: Speed | string = notMeasured,
  peer: Speed | string = notMeasured,
  limit?: Limit,
): Row {
  if (typeof ours === "string") return { what, ours };
  if (typeof peer === "string") return compared(what, "calls/s", ours.callsPerSecond, peer, limit);
  const row = compared(what, "calls/s", ours.callsPerSecond, peer.callsPerSecond, limit);
  return { ...row, ours: withCpu(row.ours, ours), peer: withCpu(row.peer, peer) };
}

function withCpu<T extends Row["peer"]>(amount: T, { cpuMicroseconds }: Speed): T {
  return typeof amount === "object" ? { ...amount, detail: `${cpuMicroseconds.toFixed(0)} µs CPU` } : amount;
}
