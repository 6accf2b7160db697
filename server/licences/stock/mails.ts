import type { EventKind } from '../../../domain/events/kinds.ts';
import { z } from 'zod';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { Site } from '../../kernel/app.ts';
import { outsideId } from '../../kernel/ids.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { nameOfOrganization, toOwners } from '../../organizations/mail-facts.ts';

const moved = z.object({
  lines: z.array(z.object({ type: z.string(), termMonths: z.number(), quantity: z.number() })),
  from: z.string().optional(),
  number: z.string().optional(),
  numbers: z.array(z.string()).optional(),
  orders: z.number().optional(),
});

/** Of each type and term a line, in words. */
function linesIn(site: Site, language: Language, lines: z.infer<typeof moved>['lines']): string {
  const say = translatorFor(language, 'mail');
  const { types } = licenceOptions(site);
  return lines
    .map(({ type, termMonths, quantity }) => {
      const term =
        termMonths % 12 === 0
          ? say('stock-words.years', { count: termMonths / 12 })
          : say('stock-words.months', { count: termMonths });
      return say('stock-words.line', {
        type: types.find(({ id }) => id === type)?.name[language] ?? type,
        term,
        quantity,
      });
    })
    .join('\n');
}

/** The owners of the dealer whose stock has changed without its doing are told. */
function plan(template: string, what: EventKind, receiver: 'dealer' | 'to'): MailPlan {
  return {
    template,
    what,
    recipients: (tx, event) => toOwners(tx, event.siteId, event.data[receiver]),
    text: async (app, site, { language, data }) => {
      const { lines, from, number, numbers = [], orders = 0 } = moved.parse(data);
      const more = orders - numbers.length;
      const named = [
        ...(number === undefined ? numbers : [number]),
        ...(more > 0 ? [translatorFor(language, 'mail')('stock-words.more', { count: more })] : []),
      ];
      return composeMail(site, language, template, {
        lines: linesIn(site, language, lines),
        from: from === undefined ? '' : await nameOfOrganization(app.db, site, from, language),
        numbers: named.join(language === 'ja' ? '、' : ', '),
        page: `${site.address}/o/${outsideId('organization', String(data[receiver]))}/licence-stock`,
      });
    },
  };
}

export const stockMails: readonly MailPlan[] = [
  plan('licences-ordered', 'licences.ordered', 'dealer'),
  plan('licences-refunded', 'licences.refunded', 'dealer'),
  plan('licences-passed-on', 'licences.passed-on', 'to'),
  plan('licences-returned', 'licences.returned', 'to'),
];
