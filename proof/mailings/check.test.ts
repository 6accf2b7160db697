import { expect, test } from 'vitest';
import { findFaults, type Evidence } from './check.ts';

const mail = (id: string, to: string, subject = 'a-1.') => ({
  messageId: `<${id}@example.jp>`,
  to,
  subject,
  text: 'text',
});
const kept = (id: string, to: string, state = 'sent') => ({ id, to, state });

/** Of four readers one wants no news, one withdrew with the first mail before it came to theirs, and one has theirs twice, after a kill. */
function rightEvidence() {
  const answer = { status: 201, body: { id: 'mlg_1', receivers: 3 } };
  const wish = { word: 'a-1.', notice: 'ntc_1', kind: 'news' as const, key: 'key' };
  return {
    scene: {
      readers: ['one', 'two', 'gone', 'never'],
      agreeing: new Set(['one', 'two', 'gone']),
      withdrawing: new Set(['gone']),
    },
    pressed: [{ ...wish, mailsBefore: 0, cutOff: 1, answers: [answer, answer] }],
    withdrawn: new Map([['gone', 1]]),
    mails: [mail('m1', 'one'), mail('m2', 'two'), mail('m2', 'two')],
    stored: {
      chainFault: null as string | null,
      kept: [
        {
          id: 'mlg_1',
          notice: 'ntc_1',
          receivers: 3,
          mails: [kept('m1', 'one'), kept('m2', 'two'), kept('m3', 'gone', 'dropped')],
        },
      ],
      shown: new Map([['mlg_1', { receivers: 3, sent: 2, dropped: 1, failed: 0, waiting: 0 }]]),
      events: ['sent mlg_1', 'withdrawn by gone'],
    },
    kills: 1,
  } satisfies Evidence;
}
type Right = ReturnType<typeof rightEvidence>;

test('evidence that is right has no fault', () => expect(findFaults(rightEvidence())).toEqual([]));

test.each<[string, (evidence: Right) => void, RegExp]>([
  ['a mail that never came', ({ mails }) => void mails.splice(0, 1), /a-1\. to one is missing/],
  ['a mail to who never agreed', ({ mails }) => void mails.push(mail('m4', 'never')), /never agreed/],
  ['a second mail', ({ mails }) => void mails.push(mail('m9', 'one')), /two Message-IDs/],
  ['a mail that nobody decided', ({ mails }) => void (mails[0] = mail('m9', 'one')), /not its own/],
  ['more repeats than kills', (one) => void (one.kills = 0), /came again after 0 kills/],
  ['a mail after the withdrawal', ({ mails }) => void mails.push(mail('m3', 'gone')), /after they withdrew/],
  [
    'a mail that was pressed after it',
    ({ pressed }) => pressed.forEach((one) => (one.mailsBefore = 2)),
    /before it was pressed/,
  ],
  ['a mail to nobody’s reader', ({ mails }) => void mails.push(mail('m5', 'stranger')), /nobody's reader/],
  [
    'an answer that changed',
    ({ pressed }) => void pressed[0]?.answers.push({ status: 409, body: { id: '', receivers: 0 } }),
    /was answered/,
  ],
  [
    'a mailing that was decided twice',
    ({ stored }) => void stored.kept.push({ ...stored.kept[0]!, id: 'mlg_2' }),
    /too often/,
  ],
  ['a withdrawal that is in no log', ({ stored }) => void stored.events.pop(), /withdrawn by gone is missing/],
  ['numbers that are not what came', ({ stored }) => stored.shown.clear(), /shown are/],
  ['a log that was altered', ({ stored }) => void (stored.chainFault = 'the chain is broken'), /chain/],
])('%s is found', (_, spoil, sentence) => {
  const evidence = rightEvidence();
  spoil(evidence);
  expect(findFaults(evidence).join('\n')).toMatch(sentence);
});
