import type { CounterPlace } from './places.ts';

/**
 * What should be equal in what a device reports (C-08). Total is copy + receive + print, without scan, whatever the source's note says: every one of its
 * figures agrees. "Print" of the colour modes has received pages in it.
 */
const identities = [
  { name: 'total-colour', left: ['total'], right: ['colour', 'mono'] },
  { name: 'total-function', left: ['total'], right: ['copy', 'receive', 'print'] },
  { name: 'copy', left: ['copy'], right: ['colourCopy', 'monoCopy'] },
  { name: 'print', left: ['receive', 'print'], right: ['colourPrint', 'monoPrint'] },
  { name: 'colour-mode', left: ['colour'], right: ['colourCopy', 'colourPrint'] },
  { name: 'mono-mode', left: ['mono'], right: ['monoCopy', 'monoPrint'] },
  { name: 'colour-size', left: ['colour'], right: ['colourLarge', 'colourSmall'] },
  { name: 'mono-size', left: ['mono'], right: ['monoLarge', 'monoSmall'] },
] as const satisfies { name: string; left: CounterPlace[]; right: CounterPlace[] }[];

export const identityNames = identities.map(({ name }) => name);
export type Warning = { name: (typeof identities)[number]['name']; left: number; right: number };

/**
 * Which figures of one device do not add up. They only warn: each counter is kept and shown as reported, none is refused, corrected or made out of others. A
 * counter that is missing is no fault.
 */
export function warningsOf(values: Readonly<Partial<Record<CounterPlace, number | null>>>): Warning[] {
  return identities.flatMap(({ name, left, right }) => {
    const [one, other] = [sumOf(values, left), sumOf(values, right)];
    return one === null || other === null || one === other ? [] : [{ name, left: one, right: other }];
  });
}

function sumOf(
  values: Readonly<Partial<Record<CounterPlace, number | null>>>,
  places: readonly CounterPlace[],
): number | null {
  const found = places.map((place) => values[place] ?? null);
  return found.some((one) => one === null) ? null : found.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}
