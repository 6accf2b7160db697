/**
 * Takes `quantity` out of lots, which stand oldest first: how many of each, without those of which none is taken. Null where there are
 * not so many (L-02).
 */
export function oldestFirst<Lot extends { quantity: number }>(lots: readonly Lot[], quantity: number): Lot[] | null {
  let left = quantity;
  const taken: Lot[] = [];
  for (const lot of lots) {
    const part = Math.min(left, lot.quantity);
    if (part > 0) taken.push({ ...lot, quantity: part });
    left -= part;
  }
  return left === 0 ? taken : null;
}
