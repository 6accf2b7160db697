/** What a gate looked at and what it found. Nothing seen is a fault too: a gate that looks at nothing holds nothing. */
export type GateResult = {
  /** How many things were looked at, e.g. `{ files: 120, imports: 512 }`. */
  saw: Record<string, number>;
  faults: string[];
};

export type Gate = { name: string; run: () => Promise<GateResult> };

export function withBlindness({ saw, faults }: GateResult): GateResult {
  const unseen = Object.entries(saw).filter(([, count]) => count === 0);
  const blind = Object.keys(saw).length === 0 ? ['the gate does not say what it saw'] : [];
  return {
    saw,
    faults: [...faults, ...blind, ...unseen.map(([what]) => `the gate saw no ${what}, so it proves nothing`)],
  };
}
