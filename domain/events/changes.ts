/** One thing that an event says of its subject: what it was and what it is since, or what was said with it. */
export type EventFact = { field: string; before: string | null; after: string | null };

const factsMax = 100;
const charactersMax = 500;

/**
 * What an event's details and data say as before and after, field by field, and what else the details hold. A field that is the same on both sides is
 * left out.
 * @param data IDs and codes; only their `before`/`after` and, where they are no IDs, `from`/`to` are taken.
 * @param details what may be erased; null where it was.
 * @param sides what `from` and `to` are of; null where they are IDs or times.
 */
export function factsOf(
  data: Record<string, unknown>,
  details: Record<string, unknown> | null,
  sides: string | null,
): EventFact[] {
  const { before, after, ...others } = details ?? {};
  const facts = [
    ...differences(before, after),
    ...differences(data['before'], data['after']),
    ...(sides === null ? [] : differences(data['from'], data['to'], sides)),
    ...Object.entries(others).map(([field, value]) => ({ field, before: null, after: written(value) })),
  ];
  return facts.slice(0, factsMax);
}

function differences(before: unknown, after: unknown, alone = 'value'): EventFact[] {
  if (before === undefined && after === undefined) return [];
  const [left, right] = [fieldsOf(before, alone), fieldsOf(after, alone)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((field) => {
    const fact = { field, before: written(left.get(field)), after: written(right.get(field)) };
    return fact.before === fact.after ? [] : [fact];
  });
}

function fieldsOf(side: unknown, alone: string): Map<string, unknown> {
  if (side === undefined || side === null) return new Map();
  return new Map(typeof side === 'object' && !Array.isArray(side) ? Object.entries(side) : [[alone, side]]);
}

/** A value as one line of text; null for nothing. */
function written(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.map(inner).join(', ') : inner(value);
  return text.length > charactersMax ? `${text.slice(0, charactersMax)}…` : text;
}

function inner(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
