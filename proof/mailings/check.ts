import type { ReceivedMail } from '../../tools/test/smtp.ts';
import { differences } from '../kit/differences.ts';
import type { Pressed } from './clients.ts';
import type { Kept, Stored } from './evidence.ts';
import type { Scene } from './scene.ts';

type Mail = Pick<ReceivedMail, 'to' | 'messageId' | 'subject' | 'text'>;
export type Evidence = {
  scene: Pick<Scene, 'readers' | 'agreeing' | 'withdrawing'>;
  pressed: readonly Pressed[];
  /** How many mails had come when somebody was told that they get no more news. */
  withdrawn: ReadonlyMap<string, number>;
  mails: readonly Mail[];
  stored: Stored;
  kills: number;
};

/**
 * Holds what was pressed and what came against what is there; each sentence is a fault. However often a mailing was pressed and the server killed, it is
 * one mailing, whose receivers have one mail each, under one Message-ID: who wants news all of it, who withdrew none after that. Only a kill between the
 * mail server's answer and its note makes one come again, once for each kill.
 */
export function findFaults(evidence: Evidence): string[] {
  const { stored, pressed, mails, kills } = evidence;
  const repeats = repeatsIn(mails);
  return [
    ...(stored.chainFault ? [stored.chainFault] : []),
    ...differences(
      'events',
      [
        ...stored.kept.map(({ id }) => `sent ${id}`),
        ...[...evidence.withdrawn.keys()].map((who) => `withdrawn by ${who}`),
      ],
      stored.events,
    ),
    ...differences(
      'mailings',
      pressed.map(({ notice }) => notice),
      stored.kept.map(({ notice }) => notice),
    ),
    ...pressed.flatMap((one) => pressedFaults(one, evidence)),
    ...(repeats > kills ? [`${repeats} mails came again after ${kills} kills`] : []),
  ];
}

/** How many mails came once more. */
export function repeatsIn(mails: readonly Mail[]): number {
  return mails.length - new Set(mails.map(({ messageId }) => messageId)).size;
}

function pressedFaults(one: Pressed, evidence: Evidence): string[] {
  const kept = evidence.stored.kept.find(({ notice }) => notice === one.notice);
  if (!kept) return [];
  return [...answersAs(kept, one), ...numbersAs(kept, one, evidence), ...receivedBy(kept, one, evidence)];
}

function answersAs(kept: Kept, { word, answers }: Pressed): string[] {
  const told = new Set(answers.map(({ status, body }) => `${status} ${String(body.id)} ${String(body.receivers)}`));
  const [first] = told;
  return told.size === 1 && first === `201 ${kept.id} ${kept.receivers}`
    ? []
    : [`${word} was answered ${[...told].join(', ')}, and is ${kept.id} to ${kept.receivers}`];
}

/** What operators see of it is what came. */
function numbersAs({ id, receivers, mails }: Kept, { word }: Pressed, { stored, ...evidence }: Evidence): string[] {
  const shown = stored.shown.get(id);
  const came = new Set(ofWord(evidence.mails, word).map(({ messageId }) => messageId)).size;
  const isRight =
    shown?.receivers === receivers &&
    mails.length === receivers &&
    shown.sent === came &&
    shown.sent + shown.dropped === receivers;
  return isRight
    ? []
    : [`${word} has ${receivers} receivers, ${came} mails came, and shown are ${JSON.stringify(shown)}`];
}

const ofWord = (mails: readonly Mail[], word: string) => mails.filter(({ subject }) => subject.includes(word));

function receivedBy(kept: Kept, one: Pressed, { scene, withdrawn, ...evidence }: Evidence): string[] {
  const { word, kind, mailsBefore } = one;
  const came = Map.groupBy(
    evidence.mails.map((mail, at) => ({ ...mail, at })).filter(({ subject }) => subject.includes(word)),
    ({ to }) => to,
  );
  const own = new Map(kept.mails.map((mail) => [mail.to, mail]));
  const known = new Set(scene.readers);
  const strangers = [...came.keys()]
    .filter((to) => !known.has(to))
    .map((to) => `${word} came to ${to}, nobody's reader`);
  return scene.readers
    .flatMap((reader) => {
      const got = came.get(reader) ?? [];
      const about = `${word} to ${reader}`;
      const saidNoAt = withdrawn.get(reader);
      const wants = kind === 'important' || scene.agreeing.has(reader);
      const mayMiss = kind === 'news' && saidNoAt !== undefined;
      const faults: string[] = [];
      if (!wants && got.length > 0) faults.push(`${about} came, and they never agreed`);
      if (wants && !mayMiss && got.length === 0) faults.push(`${about} is missing`);
      if (new Set(got.map(({ messageId, text }) => `${messageId} ${text}`)).size > 1)
        faults.push(`${about} came under two Message-IDs, or in other words`);
      const mail = own.get(reader);
      if (got.some(({ messageId }) => !messageId.startsWith(`<${mail?.id}@`)))
        faults.push(`${about} came under a Message-ID that is not its own`);
      if (mail && mail.state !== (got.length > 0 ? 'sent' : 'dropped'))
        faults.push(`${about} is ${mail.state} and came ${got.length} times`);
      if (mayMiss && mailsBefore > saidNoAt && (mail || got.length > 0))
        faults.push(`${about} was decided or came, and they had withdrawn before it was pressed`);
      // One may have been under way when they withdrew: mails go out one after the other.
      if (mayMiss && got.some(({ at }) => at > saidNoAt)) faults.push(`${about} was written after they withdrew`);
      return faults;
    })
    .concat(strangers);
}
