import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceivedMail, TestMailServer } from '../../tools/test/smtp.ts';
import type { Gate } from '../kit/kills.ts';
import { ask, type Asking, type Said } from '../kit/said.ts';
import type { Scene, Wish } from './scene.ts';

/** A mailing that was pressed: where the mails stood when it first was, and every answer. */
export type Pressed = Wish & { mailsBefore: number; answers: Said[]; cutOff: number };

export type Market = Asking & {
  pressed: Pressed[];
  /** How many mails had come when somebody was told that they get no more news. */
  withdrawn: Map<string, number>;
  gate: Gate;
  isOver: () => boolean;
};

const pressEveryMs = 150;
const lookEveryMs = 20;
const mailsAheadMax = 20;

/** Presses for one notice after the other, and again and again for the one that is under way, each under its one key. */
export async function keepPressing(market: Market, scene: Scene, mail: TestMailServer): Promise<void> {
  const { operator, organization, wishes } = scene;
  for (const [at, wish] of wishes.entries()) {
    const one: Pressed = { ...wish, mailsBefore: mail.mails.length, answers: [], cutOff: 0 };
    const { notice, kind, key } = wish;
    const body = { notice, kind, organizations: [organization] };
    const press = async () => {
      const said = await ask(market, () =>
        operator.call('POST', `${operator.path}/mailings`, body, { 'idempotency-key': key }),
      );
      if (said) one.answers.push(said);
      else one.cutOff += 1;
      if (said) await sleep(pressEveryMs);
      else await market.gate.passed();
    };
    market.pressed.push(one);
    const isNearlySent = () => {
      const [said] = one.answers;
      const came = mail.mails.length - one.mailsBefore;
      return said !== undefined && came + mailsAheadMax > Number(said.body.receivers);
    };
    const isLast = at === wishes.length - 1;
    do await press();
    while (one.answers.length === 0 || (!market.isOver() && (isLast || !isNearlySent())));
    if (market.isOver()) return;
  }
}

/** Whoever withdraws does so by the link of the first news they get, as mail programs do it. */
export async function keepWithdrawing(market: Market, { withdrawing }: Scene, mail: TestMailServer): Promise<void> {
  for (let at = 0; !market.isOver();) {
    const one = mail.mails[at];
    if (!one) {
      await sleep(lookEveryMs);
      continue;
    }
    at += 1;
    const link = linkOf(one);
    if (!link || !withdrawing.has(one.to) || market.withdrawn.has(one.to)) continue;
    while (!(await isTaken(link))) await market.gate.passed();
    market.withdrawn.set(one.to, mail.mails.length);
  }
}

const linkOf = ({ raw }: ReceivedMail) => /List-Unsubscribe: <([^>]+)>/.exec(raw.replaceAll(/\r\n\s+/g, ' '))?.[1];

async function isTaken(link: string): Promise<boolean> {
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const answer = await fetch(link, { method: 'POST', body }).catch(() => null);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status === 204;
}
