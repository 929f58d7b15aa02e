/** `"10.00"` in cents. The runs are in a currency of two decimals. */
export function cents(text: string | undefined): number {
  return Math.round(Number(text ?? "0") * 100);
}

export function decimal(amount: number): string {
  return `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
}
