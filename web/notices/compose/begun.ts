import type { BegunWork } from '../../context/descriptor.ts';
import { readComposed } from './state.ts';
import { pathsOf, type Subject } from './subject.ts';

/** A notice or window that was begun and is not published yet. */
export function begunText(
  room: Subject['room'],
  { id, values }: { id: string; values: Record<string, unknown> },
): BegunWork | null {
  const { titleJa, titleEn, bodyJa, bodyEn, touched, done } = readComposed(values);
  const [words] = [titleJa, titleEn, bodyJa, bodyEn].map((text) => text.trim().split('\n')[0] ?? '').filter(Boolean);
  if (!touched || done || words === undefined) return null;
  return { detail: words, path: pathsOf({ room }).step, params: { draft: id, step: 'text' } };
}
