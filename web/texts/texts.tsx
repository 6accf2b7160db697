import { createContext, startTransition, use, useContext, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider, useMessages } from 'use-intl';
import type { Language } from '../../domain/site/languages.ts';
import { keepLanguage, startLanguage } from './language.ts';
import type { Messages } from './messages.ts';

/** Where a namespace's words are; each language is a file of its own that is fetched when it is needed. */
export type TextsOf = Record<Language, () => Promise<{ default: object }>>;

const base: Record<string, TextsOf> = {
  ui: { ja: () => import('../../domain/texts/ja/ui.ts'), en: () => import('../../domain/texts/en/ui.ts') },
  shell: { ja: () => import('../../domain/texts/ja/shell.ts'), en: () => import('../../domain/texts/en/shell.ts') },
  problems: {
    ja: () => import('../../domain/texts/ja/problems/entry.ts'),
    en: () => import('../../domain/texts/en/problems/entry.ts'),
  },
};

/** What only those can be told who are logged in: it would weigh on the page on which people log in. */
export const allProblems: Record<string, TextsOf> = {
  problems: {
    ja: () => import('../../domain/texts/ja/problems.ts'),
    en: () => import('../../domain/texts/en/problems.ts'),
  },
};

const loaded = new Map<string, Promise<object>>();

/** All namespaces of one language at once; the same promise each time, as `use` wants it. */
function load(language: Language, sources: Record<string, TextsOf>): Promise<object> {
  const names = Object.keys(sources);
  const key = `${language} ${names.join(' ')}`;
  const known = loaded.get(key);
  if (known) return known;
  const wanted = Promise.all(
    Object.entries(sources).map(async ([name, source]) => [name, (await source[language]()).default] as const),
  ).then((entries) => Object.fromEntries(entries));
  wanted.catch(() => loaded.delete(key)); // a lost line must not stay lost
  loaded.set(key, wanted);
  return wanted;
}

type Chosen = { language: Language; setLanguage: (language: Language) => void };
const Context = createContext<Chosen | null>(null);
const first = typeof document === 'undefined' ? 'ja' : startLanguage();

/** The words every page needs, in the chosen language. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const [language, keep] = useState<Language>(first);
  const chosen = useMemo<Chosen>(
    () => ({
      language,
      setLanguage: (next) => {
        keepLanguage(next);
        startTransition(() => keep(next));
      },
    }),
    [language],
  );
  const messages = use(load(language, base));
  return (
    <Context value={chosen}>
      <Provider language={language} messages={messages}>
        {children}
      </Provider>
    </Context>
  );
}

/** Adds the words of capabilities to those of the pages below. */
export function MoreTexts({ sources, children }: { sources: Record<string, TextsOf>; children: ReactNode }) {
  const { language } = useLanguage();
  const above = useMessages();
  const more = use(load(language, sources));
  const messages = useMemo(() => ({ ...above, ...more }), [above, more]);
  return (
    <Provider language={language} messages={messages}>
      {children}
    </Provider>
  );
}

/** Words of a certain language, whichever the page is in: for showing what readers of the other one will see. */
export function TextsIn({
  language,
  sources,
  children,
}: {
  language: Language;
  sources: Record<string, TextsOf>;
  children: ReactNode;
}) {
  return (
    <Provider language={language} messages={use(load(language, sources))}>
      {children}
    </Provider>
  );
}

function Provider({ language, messages, children }: { language: Language; messages: object; children: ReactNode }) {
  // What was loaded has the shape of Messages by the check that both languages have the same keys.
  return (
    <IntlProvider
      locale={language}
      messages={messages as Messages}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      {children}
    </IntlProvider>
  );
}

export function useLanguage(): Chosen {
  const chosen = useContext(Context);
  if (!chosen) throw new Error('useLanguage outside of TextsProvider');
  return chosen;
}
