import { useNavigate, useSearch } from '@tanstack/react-router';
import { readSpan, shiftSpan, spanKinds, type Span, type SpanKind } from '../../../domain/power-flow/span.ts';

export const comparisons = ['none', 'before', 'year'] as const;
export type Comparison = (typeof comparisons)[number];
export type Wish = { kind: SpanKind; at: string | null; compare: Comparison };

/** What the address asks for; whatever makes no sense in it is left out. */
export function readWish(search: Record<string, unknown>): Wish {
  const kind = spanKinds.find((one) => one === search['kind']) ?? 'day';
  // An address holds a year as a number.
  const { at } = search;
  const span = readSpan(kind, typeof at === 'string' || typeof at === 'number' ? String(at) : '');
  return {
    kind,
    at: span.ok ? span.value.at : null,
    compare: comparisons.find((one) => one === search['compare']) ?? 'none',
  };
}

/** The span beside which another is shown; null where none is asked for. */
export function comparedWith(span: Span, compare: Comparison): Span | null {
  if (compare === 'none') return null;
  if (compare === 'before' || span.kind === 'year') return shiftSpan(span, -1);
  const year = shiftSpan({ kind: 'year', at: span.at.slice(0, 4) }, -1).at;
  const same = readSpan(span.kind, `${year}${span.at.slice(4)}`);
  // The 29th of February is the 28th in other years.
  return same.ok ? same.value : { kind: span.kind, at: `${year}-02-28` };
}

/** What is shown stands in the address, so that it is there again after a reload and can be passed on. */
export function useWish(): { wish: Wish; change: (to: Partial<Wish>) => void } {
  const wish = readWish(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    wish,
    change: (to) => {
      const { kind, at, compare } = { ...wish, ...to };
      void navigate({
        to: '.',
        search: { kind, ...(at !== null && { at }), ...(compare !== 'none' && { compare }) } as never,
      });
    },
  };
}
