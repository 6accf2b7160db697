import type { MailingKind } from '../../domain/mailings/mailing.ts';
import type { Language, Localised } from '../../domain/site/languages.ts';
import { newsHeaders, newsPage } from '../accounts/news/link.ts';
import type { Site } from '../kernel/app.ts';
import { composeMail } from '../mail/compose.ts';
import { paragraphs, toDocument } from '../mail/html.ts';
import type { MailText } from '../mail/plan.ts';
import { renderSafely } from '../notices/render.ts';

export type Letter = { kind: MailingKind; title: Localised; body: Localised; test: boolean };
export type WrittenLetter = MailText & { fragment: string };

/** Stands where the notice goes while the rest becomes HTML; nothing in the catalogue reads like it. */
const placeOfBody = 'NOTICE-BODY';

/** The mail as one person gets it; `token` is their own, by which they withdraw from news. `fragment` is what stands in the document. */
export function writeLetter(site: Site, language: Language, letter: Letter, token: string): WrittenLetter {
  const { kind, title, body, test } = letter;
  const compose = (text: string) =>
    composeMail(site, language, `mailing-${kind}`, {
      title: title[language],
      body: text,
      test: test ? 'yes' : 'no',
      notices: `${site.address}/notices`,
      withdraw: newsPage(site, token),
    });
  const { subject, text } = compose(body[language]);
  const rendered = renderSafely(body[language]);
  // A function, since a text of people may hold what `replace` takes for patterns.
  const fragment = paragraphs(compose(placeOfBody).text).replace(`<p>${placeOfBody}</p>`, () => rendered);
  return {
    subject,
    text,
    fragment,
    html: toDocument(fragment, language),
    ...(kind === 'news' && { headers: newsHeaders(site, token) }),
  };
}
