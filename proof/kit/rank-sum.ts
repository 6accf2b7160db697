/**
 * How far apart two samples lie, in standard deviations of what chance alone would do (Mann–Whitney, ties counted): below
 * 3 in 997 of 1,000 runs where both come from one source, whatever their distribution is.
 */
export function rankSumDistance(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, first: true })), ...other.map((value) => ({ value, first: false }))];
  all.sort((left, right) => left.value - right.value);
  const count = all.length;
  let ranks = 0;
  let ties = 0;
  for (let at = 0; at < count;) {
    let end = at;
    while (end < count && all[end]?.value === all[at]?.value) end += 1;
    const rank = (at + 1 + end) / 2;
    for (let index = at; index < end; index += 1) if (all[index]?.first) ranks += rank;
    ties += (end - at) ** 3 - (end - at);
    at = end;
  }
  const u = ranks - (one.length * (one.length + 1)) / 2;
  const mean = (one.length * other.length) / 2;
  const variance = ((one.length * other.length) / 12) * (count + 1 - ties / (count * (count - 1)));
  return variance === 0 ? 0 : Math.abs(u - mean) / Math.sqrt(variance);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
