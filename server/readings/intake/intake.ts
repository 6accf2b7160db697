import { setImmediate as untilAnswered, setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../kernel/app.ts';
import { isDatabaseAway } from '../../kernel/database.ts';
import type { Reporter } from '../reporter.ts';
import { storeBatch } from './batch.ts';
import type { Answers, Arrived, Item } from './item.ts';
import { forgetAll, nothingKnown, type Known } from './known.ts';

/** Messages in one transaction; so many transactions at once. */
const batchMax = 2_000;
const batchesAtOnce = 2;
/** Above, nothing more is taken: the senders keep their messages and try again. */
const waitingMax = 50_000;
const retryWaitMs = 200;
const retriesMax = 50;

export class IntakeFull extends Error {}

/** Takes messages of devices into the database; each is answered when it and all that follows from it are committed. */
export type Intake = {
  submit(reporter: Reporter, arrived: Arrived): Promise<Answers>;
  /** Ends when everything taken so far is answered. */
  drain(): Promise<void>;
};

type Waiting = Item & { settle: (answers: Answers) => void; refuse: (error: unknown) => void };

/** Messages that wait for a transaction go together into the next one: the busier it is, the larger they get. */
function makeIntake(app: App): Intake {
  const waiting: Waiting[] = [];
  const known = nothingKnown();
  const running = new Set<Promise<void>>();

  const work = async () => {
    while (waiting.length > 0) {
      const answer = await storeSome(app, known, waiting.splice(0, batchMax));
      // The next batch is with the database before these are answered, which takes as long.
      if (waiting.length > 0) setImmediate(answer);
      else answer();
    }
  };
  let waking = false;
  // What comes within the same turn goes together.
  const wakeSoon = () => {
    if (!waking) setImmediate(wake);
    waking = true;
  };
  const wake = () => {
    waking = false;
    if (running.size >= batchesAtOnce || waiting.length === 0) return;
    // A second transaction begins only when there is enough for it: two halves cost more than one whole.
    if (running.size > 0 && waiting.length < batchMax) return;
    const one = work().finally(() => {
      running.delete(one);
      wake();
    });
    running.add(one);
  };
  return {
    submit: (reporter, arrived) =>
      new Promise((settle, refuse) => {
        if (waiting.length >= waitingMax) {
          refuse(new IntakeFull('too many messages wait for the database'));
          return;
        }
        waiting.push({ reporter, arrived, receivedAt: app.clock.now(), settle, refuse });
        wakeSoon();
      }),
    drain: async () => {
      while (running.size > 0) await Promise.all(running);
      await untilAnswered();
    },
  };
}

/**
 * Stores a batch. While the database is away it is tried again; one message that cannot be stored does not keep back the others.
 * @returns what answers those who sent it.
 */
async function storeSome(app: App, known: Known, batch: readonly Waiting[]): Promise<() => void> {
  for (let tries = 0; ; tries += 1) {
    try {
      const answers = await storeBatch(app, known, batch);
      app.metrics.count('engawa_device_messages_total', { outcome: 'stored' }, batch.length);
      return () => batch.forEach((item, index) => item.settle(answers[index] ?? null));
    } catch (error) {
      forgetAll(known);
      if (passes(error) && tries < retriesMax) {
        await sleep(retryWaitMs);
        continue;
      }
      if (passes(error) || batch.length === 1) {
        app.log.error({ err: error, messages: batch.length }, 'messages of devices could not be stored');
        app.metrics.count('engawa_device_messages_total', { outcome: 'failed' }, batch.length);
        return () => batch.forEach((item) => item.refuse(error));
      }
      break;
    }
  }
  const half = Math.ceil(batch.length / 2);
  const answers = [await storeSome(app, known, batch.slice(0, half)), await storeSome(app, known, batch.slice(half))];
  return () => answers.forEach((answer) => answer());
}

/** Whether another try soon may do: the database is away, or two batches were in each other's way. */
function passes(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return isDatabaseAway(error) || code.startsWith('40');
}

const intakes = new WeakMap<App, Intake>();

/** The one intake of a server, whichever way messages come. */
export function intakeOf(app: App): Intake {
  const made = intakes.get(app) ?? makeIntake(app);
  intakes.set(app, made);
  return made;
}
