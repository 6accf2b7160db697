/** Both as bags of sentences: what is in the one and not in the other. */
export function differences(what: string, told: readonly string[], there: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of told) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of there) counts.set(one, (counts.get(one) ?? 0) - 1);
  return [...counts].flatMap(([one, count]) => {
    if (count === 0) return [];
    return [
      count > 0 ? `${what}: ${one} is missing ${count} times` : `${what}: ${one} is there ${-count} times too often`,
    ];
  });
}
