import { countMatching } from '../../needs/count-rows.ts';
import type { NeedCounts } from '../../needs/need-counts.ts';
import { matchingMails } from './store.ts';

const givenUp = { text: '', state: 'given-up', from: null, before: null } as const;

export const failedMailNeeds: NeedCounts = {
  'mails-failed': ({ app, scope, max }) =>
    countMatching(app.db, matchingMails(app.db, scope, givenUp).select('m.id'), max),
};
