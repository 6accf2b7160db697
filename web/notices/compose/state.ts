import { parseBody, titleCharactersMax } from '../../../domain/notices/text.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import { instantOfCivil } from '../../../domain/site/civil-time.ts';
import { languages, type Language } from '../../../domain/site/languages.ts';

export const composeSteps = ['text', 'preview'] as const;
export type ComposeStep = (typeof composeSteps)[number];

/** What is typed into a notice or a maintenance window; times are civil ones in the site's zone. */
export type Composed = {
  kind: 'normal' | 'important';
  startsAt: string;
  endsAt: string;
  titleJa: string;
  titleEn: string;
  bodyJa: string;
  bodyEn: string;
  /** What is changed, in which version; null for something new. */
  of: { id: string; version: number } | null;
  /** Idempotency-Key of the publication and what it stands for: after a crash the same can be asked again. */
  attempt: { key: string; of: string } | null;
  /** Something was typed here: a draft that was only opened is no work begun. */
  touched: boolean;
  /** Published or saved: nothing is left to do. */
  done: boolean;
};

export type ComposeField = 'kind' | 'startsAt' | 'endsAt' | 'titleJa' | 'titleEn' | 'bodyJa' | 'bodyEn';

export function emptyComposed(): Composed {
  return {
    kind: 'normal',
    startsAt: '',
    endsAt: '',
    titleJa: '',
    titleEn: '',
    bodyJa: '',
    bodyEn: '',
    of: null,
    attempt: null,
    touched: false,
    done: false,
  };
}

export function readComposed(stored: Record<string, unknown>): Composed {
  return { ...emptyComposed(), ...stored };
}

export type ComposedRequest = {
  kind: 'normal' | 'important';
  startsAt: string;
  endsAt: string;
  title: Record<Language, string>;
  body: Record<Language, string>;
};

export type ComposeFault = { field: ComposeField; code: string; params?: Record<string, string | number> };

const fieldOf = {
  ja: { title: 'titleJa', body: 'bodyJa' },
  en: { title: 'titleEn', body: 'bodyEn' },
} as const;

/** The request, or what keeps it from being one: the rest is the server's to say. */
export function requestOf(
  values: Composed,
  timeZone: string,
  withTitle: boolean,
): { ok: true; request: ComposedRequest } | { ok: false; faults: ComposeFault[] } {
  const faults: ComposeFault[] = [];
  const instant = (field: 'startsAt' | 'endsAt'): string => {
    const read = instantOfCivil(values[field], timeZone);
    if (read.ok) return read.value.toISOString();
    faults.push({ field, code: `notices/${read.code}` });
    return '';
  };
  const [startsAt, endsAt] = [instant('startsAt'), instant('endsAt')];
  for (const language of languages) {
    const title = fieldOf[language].title;
    const body = fieldOf[language].body;
    const reads = [
      ...(withTitle ? [{ field: title, read: parseText(values[title], { min: 1, max: titleCharactersMax }) }] : []),
      { field: body, read: parseBody(values[body]) },
    ];
    for (const { field, read } of reads)
      if (!read.ok)
        faults.push({ field, code: `identifiers/${read.code}`, ...(read.params && { params: read.params }) });
  }
  if (faults.length > 0) return { ok: false, faults };
  const { kind, titleJa, titleEn, bodyJa, bodyEn } = values;
  return {
    ok: true,
    request: { kind, startsAt, endsAt, title: { ja: titleJa, en: titleEn }, body: { ja: bodyJa, en: bodyEn } },
  };
}

/** Where a fault of the server stands: a pointer is `/title/ja` or `/endsAt`. */
export function fieldOfPointer(pointer: string): ComposeField | null {
  const [, first = '', language] = pointer.split('/');
  if (first === 'startsAt' || first === 'endsAt' || first === 'kind') return first;
  if ((first === 'title' || first === 'body') && (language === 'ja' || language === 'en'))
    return fieldOf[language][first];
  return null;
}
