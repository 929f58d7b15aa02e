/**
 * The part of a table that this machine tests, where several share the work: `SPECIE_SHARD=2/3` is the second third.
 * `0/3` is none of it, because others test all of it. Without it a machine tests everything.
 */
export function shardOf<T>(rows: readonly T[], shard: string | undefined = process.env["SPECIE_SHARD"]): readonly T[] {
  if (shard === undefined || shard === "") return rows;
  const [, part, parts] = /^(\d+)\/(\d+)$/.exec(shard) ?? [];
  if (part === undefined || parts === undefined || Number(part) > Number(parts) || Number(parts) === 0) {
    throw new Error(`SPECIE_SHARD=${shard}: 1/3, 2/3 or 3/3 is expected, or 0/3 for none`);
  }
  return rows.filter((_, index) => index % Number(parts) === Number(part) - 1);
}
