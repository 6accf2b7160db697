import type { ReceivedMail } from '../../tools/test/smtp.ts';
import { mayHaveHappened, numbersOf, wasIssued, type Operation } from './operation.ts';
import type { Binding, Snapshot } from './snapshot.ts';

/** A mail with the number of the server's life in which it came; a kill ends a life. */
export type Delivery = Pick<ReceivedMail, 'to' | 'messageId' | 'text'> & { life: number };

export type Evidence = { history: readonly Operation[]; snapshot: Snapshot; deliveries: readonly Delivery[] };

/**
 * Holds what the clients were told against what the database holds and the mail server got. Each sentence is a fault:
 * something answered that is not there exactly once, something refused or never asked for that is there.
 */
export function findFaults(evidence: Evidence): string[] {
  const { chainFault } = evidence.snapshot;
  return [
    ...(chainFault ? [chainFault] : []),
    ...oneAnswerEach(evidence.history),
    ...bindingsAsAnswered(evidence),
    ...nothingDoubled(evidence.snapshot),
    ...nothingUnasked(evidence),
    ...oneEventEach(evidence),
    ...mailsAsAnswered(evidence),
    ...repeatsOnlyByKills(evidence.deliveries),
  ];
}

/** How many mails came once more: the receiver had taken them, and the server was killed before it had written that down. */
export function countRepeats(deliveries: readonly Delivery[]): number {
  return deliveries.length - new Set(deliveries.map((mail) => mail.messageId)).size;
}

function oneAnswerEach(history: readonly Operation[]): string[] {
  return history
    .filter((operation) => new Set(operation.answers.map((answer) => JSON.stringify(answer))).size > 1)
    .map(({ idempotencyKey }) => `${idempotencyKey} got two different answers`);
}

function bindingsAsAnswered({ history, snapshot }: Evidence): string[] {
  const faults: string[] = [];
  const byNumber = Map.groupBy(snapshot.bindings, (binding) => binding.activationKey);
  const own = new Set(snapshot.issues.map(({ binding, organization }) => `${binding} ${organization}`));
  const news = new Map<string, number>();
  for (const operation of history.filter(wasIssued)) {
    const keys = operation.answers[0]?.keys ?? [];
    if (keys.map((key) => key.activationKey).join() !== numbersOf(operation).join())
      faults.push(`${operation.idempotencyKey} was answered with other activation keys than it named`);
    for (const { activationKey, registrationKey, state } of keys) {
      if (state === 'new') news.set(activationKey, (news.get(activationKey) ?? 0) + 1);
      const [binding, ...more] = byNumber.get(activationKey) ?? [];
      if (!binding || more.length > 0)
        faults.push(`${activationKey} was answered and is there ${more.length + (binding ? 1 : 0)} times`);
      else if (binding.deviceId !== operation.deviceId || binding.registrationKey !== registrationKey)
        faults.push(
          `${activationKey} was answered for ${operation.deviceId} as ${registrationKey}, but that is not what is there`,
        );
      else if (!own.has(`${binding.id} ${operation.organization}`))
        faults.push(`${activationKey} is not in the history of ${operation.organization}, which got it`);
    }
  }
  for (const [number, count] of news) if (count > 1) faults.push(`${number} was called new ${count} times`);
  return faults;
}

function nothingDoubled({ bindings }: Snapshot): string[] {
  const faults: string[] = [];
  const alone = (what: string, of: (binding: Binding) => string) => {
    for (const [value, found] of Map.groupBy(bindings, of))
      if (found.length > 1) faults.push(`${what} ${value} is there ${found.length} times`);
  };
  alone('activation key', (binding) => binding.activationKey);
  alone('registration key', (binding) => binding.registrationKey);
  const bySlots = Map.groupBy(bindings, (binding) => `${binding.deviceId} feature ${binding.feature}`);
  for (const [device, found] of bySlots) {
    const slots = found.map((binding) => binding.slot).toSorted((a, b) => a - b);
    if (slots.some((slot, index) => slot !== index)) faults.push(`${device} has the slots ${slots.join()}`);
  }
  return faults;
}

/** A binding that no answered or unknown request asked for comes from a refused one, or from nowhere. */
function nothingUnasked({ history, snapshot }: Evidence): string[] {
  const asked = new Set<string>();
  const askedBy = new Set<string>();
  for (const operation of history.filter(mayHaveHappened)) {
    for (const number of numbersOf(operation)) {
      asked.add(`${number} ${operation.deviceId}`);
      askedBy.add(`${number} ${operation.deviceId} ${operation.organization}`);
    }
  }
  const pairs = new Map(
    snapshot.bindings.map((binding) => [binding.id, `${binding.activationKey} ${binding.deviceId}`]),
  );
  return [
    ...[...pairs.values()].filter((pair) => !asked.has(pair)).map((pair) => `${pair} is bound, but nobody was told so`),
    ...snapshot.issues
      .map(({ binding, organization }) => `${pairs.get(binding)} ${organization}`)
      .filter((entry) => !askedBy.has(entry))
      .map((entry) => `${entry} is in a history, but was never asked for there`),
  ];
}

/** Each answered request has its one event; an unknown one has none or one. */
function oneEventEach({ history, snapshot }: Evidence): string[] {
  const pairs = new Map(snapshot.bindings.map((binding) => [binding.id, binding]));
  const events = Map.groupBy(snapshot.issued, ({ organization, bindings }) => {
    const found = bindings.map((id) => pairs.get(id));
    return [organization, found[0]?.deviceId, ...found.map((binding) => binding?.activationKey)].join(' ');
  });
  const wishes = Map.groupBy(history.filter(mayHaveHappened), (operation) =>
    [operation.organization, operation.deviceId, ...numbersOf(operation)].join(' '),
  );
  const faults: string[] = [];
  for (const wish of new Set([...events.keys(), ...wishes.keys()])) {
    const operations = wishes.get(wish) ?? [];
    const found = events.get(wish)?.length ?? 0;
    const least = operations.filter(wasIssued).length;
    if (found < least || found > operations.length)
      faults.push(`"${wish}" has ${found} events; there should be ${least} to ${operations.length}`);
  }
  return faults;
}

/** Recipients are different in every operation, so each mail is the mail of one of them. */
function mailsAsAnswered({ history, snapshot, deliveries }: Evidence): string[] {
  const faults: string[] = [];
  const decided = Map.groupBy(snapshot.mails, (mail) => mail.recipient);
  const received = Map.groupBy(deliveries, (mail) => mail.to);
  for (const operation of history) {
    for (const address of operation.addresses) {
      const mails = decided.get(address) ?? [];
      const came = received.get(address) ?? [];
      decided.delete(address);
      received.delete(address);
      if (wasIssued(operation) && mails.length !== 1)
        faults.push(`${address} has ${mails.length} mails decided, not one`);
      if (mails.length > 0 && (!mayHaveHappened(operation) || mails.length > 1))
        faults.push(`${address} was mailed what never happened`);
      for (const { id, state } of mails) {
        if (state !== 'sent' || came.length === 0)
          faults.push(`the mail to ${address} is ${state} and came ${came.length} times`);
        if (came.some((mail) => !mail.messageId.startsWith(`<${id}@`)))
          faults.push(`${address} got a mail under another Message-ID`);
      }
      const keys = (operation.answers[0]?.keys ?? []).map((key) => key.registrationKey);
      if (came.some(({ text }) => keys.some((key) => !text.replaceAll('-', '').includes(key))))
        faults.push(`a mail to ${address} lacks a key`);
      if (came.length > 0 && mails.length === 0) faults.push(`${address} got a mail that nobody decided`);
    }
  }
  for (const address of [...decided.keys(), ...received.keys()]) faults.push(`${address} is nobody's recipient`);
  return faults;
}

/** A life sends each mail once; of what it sent, its kill makes at most one come again later. */
function repeatsOnlyByKills(deliveries: readonly Delivery[]): string[] {
  const faults: string[] = [];
  const again = new Map<number, number>();
  for (const [id, came] of Map.groupBy(deliveries, (mail) => mail.messageId)) {
    const lives = came.map((mail) => mail.life).toSorted((a, b) => a - b);
    if (new Set(lives).size < lives.length) faults.push(`${id} came twice without a kill in between`);
    for (const life of lives.slice(0, -1)) again.set(life, (again.get(life) ?? 0) + 1);
  }
  for (const [life, count] of again) if (count > 1) faults.push(`kill ${life} made ${count} mails come again`);
  return faults;
}
