import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { mailsToOperators } from './operators.ts';

/** Somebody guesses at the codes of many people: the operators hear of it when the guard trips. */
export const codesGuessed: MailPlan = {
  template: 'codes-guessed',
  what: 'codes.guessed',
  recipients: (tx, event) => mailsToOperators(tx, event.siteId),
  text: async (_app, site, { data, language }) =>
    composeMail(site, language, 'codes-guessed', {
      failures: Number(data.failures),
      until: new Date(String(data.until)),
    }),
};
