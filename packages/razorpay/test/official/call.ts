/** A call of the official library: resource, method, arguments. */
export type OfficialCall = readonly [resource: string, method: string, ...given: readonly unknown[]];
