import { expect, test } from 'vitest';
import { isSent, mailingKinds, mailingState, refuseNotice, waitingOf, type Candidate } from './mailing.ts';

const user: Candidate = {
  mail: 'hanako@example.jp',
  proved: true,
  news: false,
  ended: false,
  erased: false,
  closed: false,
};

test.each<[string, Partial<Candidate>, boolean, boolean]>([
  ['agreed to nothing', {}, true, false],
  ['agreed to news', { news: true }, true, true],
  ['has no address', { news: true, mail: '' }, false, false],
  ['has never opened the account', { news: true, proved: false }, false, false],
  ['has left', { news: true, ended: true }, false, false],
  ['was erased', { news: true, erased: true }, false, false],
  ['whose organization has closed', { news: true, closed: true }, false, false],
])('P-05 who %s', (_, more, important, news) => {
  expect(mailingKinds.map((kind) => isSent(kind, { ...user, ...more }))).toEqual([important, news]);
});

test('P-05 only a notice that is shown is mailed', () => {
  expect(refuseNotice('planned')).toBe('notice-planned');
  expect(refuseNotice('current')).toBeNull();
  expect(refuseNotice('past')).toBe('notice-over');
});

test.each([
  [{ receivers: 3, sent: 1, failed: 1, dropped: 0 }, 1, 'under-way'],
  [{ receivers: 3, sent: 1, failed: 1, dropped: 1 }, 0, 'done'],
])('P-05 a mailing is under way while mails of it wait: %o', (counts, waiting, state) => {
  expect([waitingOf(counts), mailingState(counts)]).toEqual([waiting, state]);
});
