import { insideId } from '../../server/kernel/ids.ts';
import { differences } from '../kit/differences.ts';
import { assignedIn, wasDone, type Command, type Wish } from './command.ts';
import type { Stored } from './evidence.ts';
import { all, done, linesText, serves, sidesOf } from './told.ts';

export type Evidence = { history: readonly Command[]; stored: Stored };

/** What each wish may be answered with; a shop is told nothing but that its message was taken. */
const statusesOf: Record<Wish['kind'], readonly number[]> = {
  order: [200],
  'shop-refund': [200],
  refund: [201, 409],
  assign: [201, 422],
  plan: [201, 422],
  'pass-on': [201, 422],
  return: [201, 422],
  cancel: [204, 409],
  place: [204, 409, 412, 422],
  free: [204, 409, 412],
  'set-aside': [204, 409, 412, 422],
};
/** A repetition of these means another thing once they are done. */
const onceOnly = new Set<Wish['kind']>(['cancel', 'place', 'free', 'set-aside']);

/**
 * Holds what clients were told against what is there when all is quiet; each sentence is a fault. What was answered is there once and as it was
 * answered, what was refused is not, what was cut off is there once or not at all; of everything there is one event, and the stock of each follows
 * from what they were told.
 */
export function findFaults({ history, stored }: Evidence): string[] {
  return [
    ...(stored.chainFault ? [stored.chainFault] : []),
    ...oneAnswerEach(history),
    ...done(history, 'assign').flatMap(({ wish, answers }) =>
      differences('an answer', [linesText(wish.lines)], [linesText(assignedIn(answers[0]))]),
    ),
    ...sidesOf(history, stored).flatMap(({ what, told, there }) => differences(what, told, there)),
    ...cancelsAsTold(history, stored),
    ...placementsAsTold(history, stored),
    ...expiriesOnce(stored),
  ];
}

function oneAnswerEach(history: readonly Command[]): string[] {
  return history.flatMap(({ wish, answers }) => {
    const name = JSON.stringify(wish);
    const odd = answers.find(({ status }) => !statusesOf[wish.kind].includes(status));
    if (odd) return [`${name} was answered ${odd.status} ${JSON.stringify(odd.body)}`];
    if (answers.length === 0) return [`${name} was never answered`];
    if (onceOnly.has(wish.kind)) return [];
    // The shop is told the first time that its message was stored, then that it was stored before; a request has an ID of its own.
    const said = answers.map(({ body, ...one }) => JSON.stringify({ ...one, ...body, state: null, requestId: null }));
    const news = answers.filter(({ body }) => body.state === 'stored').length;
    return new Set(said).size > 1 || news > 1 ? [`${name} got different answers: ${said.join(' / ')}`] : [];
  });
}

function cancelsAsTold(history: readonly Command[], { plans }: Stored): string[] {
  const states = new Map(plans.map(({ id, state }) => [id, state]));
  return all(history, 'cancel').flatMap((one) => {
    const state = states.get(insideId(one.wish.plan));
    const isCancelled = state === 'cancelled';
    // Where the first answer was cut off, the second says that the plan is over.
    if (wasDone(one) ? isCancelled : !isCancelled || one.broken > 0) return [];
    return [`plan ${one.wish.plan} is ${state}, and its cancelling was answered ${one.answers[0]?.status}`];
  });
}

/** A licence is placed as often as somebody was told so, and at most once more for each who never heard. */
function placementsAsTold(history: readonly Command[], { placements }: Stored): string[] {
  const asked = Map.groupBy(
    all(history, 'place'),
    ({ wish }) => `${insideId(wish.licence)} serves ${insideId(wish.device)}`,
  );
  const made = Map.groupBy(
    placements.filter(({ cause }) => cause === 'chosen' || cause === 'moved'),
    serves,
  );
  return [...new Set([...asked.keys(), ...made.keys()])].flatMap((name) => {
    const count = made.get(name)?.length ?? 0;
    const commands = asked.get(name) ?? [];
    const least = commands.filter(wasDone).length;
    const most = least + commands.filter((one) => !wasDone(one) && one.broken > 0).length;
    return count < least || count > most ? [`${name} ${count} times; there should be ${least} to ${most}`] : [];
  });
}

/** What followed from the end of a licence was decided once for each camera: something took over, or it stands without. */
function expiriesOnce({ placements, events }: Stored): string[] {
  const decided = new Map<string, number>();
  for (const { what, data } of events) {
    const { at, devices, licences } = data as { at: string; devices: string[]; licences: { device: string }[] };
    const about =
      what === 'licences.expired'
        ? devices
        : what === 'licences.taken-over'
          ? licences.map(({ device }) => device)
          : [];
    for (const device of about) decided.set(`${device} ${at}`, (decided.get(`${device} ${at}`) ?? 0) + 1);
  }
  const ended = placements.filter(({ expired }) => expired);
  const names = new Set(ended.map(({ device, until }) => `${device} ${until}`));
  return [
    ...ended
      .filter(({ settled }) => !settled)
      .map(({ device, until }) => `what follows for ${device} from ${until} on was never decided`),
    ...[...new Set([...names, ...decided.keys()])]
      .filter((name) => decided.get(name) !== (names.has(name) ? 1 : 0))
      .map((name) => `the end of ${name} was decided ${decided.get(name) ?? 0} times`),
  ];
}
