import { createTranslator } from 'use-intl/core';
import type { Language } from '../site/languages.ts';
import accountsEn from './en/accounts.ts';
import auditEn from './en/audit.ts';
import closedEn from './en/closed.ts';
import documentsEn from './en/documents.ts';
import eventsEn from './en/events.ts';
import headingsEn from './en/headings.ts';
import mailEn from './en/mail.ts';
import problemsEn from './en/problems.ts';
import usesEn from './en/uses/files.ts';
import accountsJa from './ja/accounts.ts';
import auditJa from './ja/audit.ts';
import closedJa from './ja/closed.ts';
import sheetsEn from './en/sheets.ts';
import documentsJa from './ja/documents.ts';
import eventsJa from './ja/events.ts';
import headingsJa from './ja/headings.ts';
import mailJa from './ja/mail.ts';
import problemsJa from './ja/problems.ts';
import sheetsJa from './ja/sheets.ts';
import usesJa from './ja/uses/files.ts';
import { saidInstead } from './said-instead.ts';

// What the server says itself, with the names of fields that its mails speak of; the pages' own texts are loaded by the
// web, one capability at a time.
const catalogues = {
  ja: {
    accounts: accountsJa,
    audit: auditJa,
    closed: closedJa,
    documents: documentsJa,
    events: eventsJa,
    headings: headingsJa,
    mail: mailJa,
    problems: problemsJa,
    sheets: sheetsJa,
  },
  en: {
    accounts: accountsEn,
    audit: auditEn,
    closed: closedEn,
    documents: documentsEn,
    events: eventsEn,
    headings: headingsEn,
    mail: mailEn,
    problems: problemsEn,
    sheets: sheetsEn,
  },
};

const withoutSheets = { ja: saidInstead(catalogues.ja, usesJa), en: saidInstead(catalogues.en, usesEn) };

type Namespace = keyof (typeof catalogues)['ja'];
/** `sheets: false` where nothing counts sheets, so that nothing is said of them. */
type Wish = { timeZone?: string; sheets?: boolean };

/**
 * A function from key and parameters to words. Keys of problems are `<capability>/<code>`, of mails `<template>.<part>`.
 * A key that is not in the catalogue is a bug and throws.
 */
export function translatorFor(
  language: Language,
  namespace: Namespace,
  { timeZone = 'UTC', sheets = true }: Wish = {},
): (key: string, params?: Record<string, string | number | Date>) => string {
  const translate = createTranslator({
    locale: language,
    messages: (sheets ? catalogues : withoutSheets)[language],
    namespace,
    timeZone,
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, params?: Record<string, string | number | Date>) => string;
  return (key, params) => translate(key.replaceAll('/', '.'), params);
}
