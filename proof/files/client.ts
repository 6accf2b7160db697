import { setTimeout as sleep } from 'node:timers/promises';
import { confirmFile, shownIn, uploadFile, type ShownImport, type Uploader } from '../../tools/test/imports.ts';
import type { Answer } from '../../tools/test/person.ts';
import type { Random } from '../kit/random.ts';

/** What files hold: of each thing there is one, and of many who hand it over one gets it. */
export type Goods<T, R> = {
  kind: string;
  /** Things as the rows of a file. */
  rowsOf(things: readonly T[], random: Random): R[];
  csv(rows: readonly R[]): string;
};

/** Who hands files over. */
export type Sender = Uploader & { organization: string };

/** One file of one organization, and what it was told about it. */
export type SentFile<R> = {
  organization: string;
  rows: R[];
  /** Null as long as no upload was answered. */
  id: string | null;
  /** The last state that was seen; `refused-at-once` where the upload had faults. */
  state: string;
  broken: number;
};

export type Market<T, R> = {
  fresh: T[];
  /** What others hand over at this moment. */
  recent: T[];
  files: SentFile<R>[];
  statuses: Map<number, number>;
  up(): Promise<void>;
  /** Resolves when the next file may be handed over. */
  rest(): Promise<void>;
  isOver(): boolean;
};

export const rowsPerFile = 120;
const pollMs = 20;
const overStates = ['done', 'refused', 'refused-at-once', 'failed', 'cancelled'];
/**
 * Wrong rows of a file count as one try when it is uploaded and one when it is done, again when a kill took the answer; from the
 * tenth in an hour on the organization would have to wait.
 */
const contestedMax = 3;

/** A file with more wrong rows than are shown is refused whole, which is an answer to it as good as a preview of its faults. */
function withFaults(answer: Answer): Answer {
  if (answer.status !== 422) return answer;
  return { ...answer, status: 201, body: { id: null, faultCount: rowsPerFile } };
}

export function isOver(file: Pick<SentFile<unknown>, 'state'>): boolean {
  return overStates.includes(file.state);
}

/** An organization that hands over one file after the other, some with things that others hand over as well. */
export function fileClient<T, R>(
  goods: Goods<T, R>,
  member: Sender,
  market: Market<T, R>,
  random: Random,
): { run(): Promise<void> } {
  let contested = 0;

  const next = (): SentFile<R> | null => {
    const contest = market.recent.length > 0 && contested < contestedMax && random.chance(0.25);
    if (contest) contested += 1;
    const things = contest ? market.recent.splice(0, rowsPerFile) : market.fresh.splice(0, rowsPerFile);
    if (things.length === 0) return null;
    if (!contest && random.chance(0.5)) market.recent = [...things].reverse();
    const rows = goods.rowsOf(things, random);
    const file = { organization: member.organization, rows, id: null, state: 'unknown', broken: 0 };
    market.files.push(file);
    return file;
  };
  const attempt = async (file: SentFile<R>, ask: () => Promise<Answer>): Promise<ShownImport | null> => {
    const answer = await ask().catch(() => null);
    if (answer && answer.status < 300) return shownIn(answer);
    if (answer) market.statuses.set(answer.status, (market.statuses.get(answer.status) ?? 0) + 1);
    file.broken += 1;
    await market.up();
    return null;
  };
  const insist = async (file: SentFile<R>, ask: () => Promise<Answer>): Promise<ShownImport> => {
    for (;;) {
      const shown = await attempt(file, ask);
      if (shown) return shown;
    }
  };

  const handOver = async (file: SentFile<R>): Promise<void> => {
    // The same file sent again is the same import, so that an upload without an answer is simply sent again.
    const shown = await insist(file, async () =>
      withFaults(await uploadFile(member, goods.kind, goods.csv(file.rows))),
    );
    file.id = shown.id;
    if (shown.faultCount > 0) {
      file.state = 'refused-at-once';
      return;
    }
    await insist(file, () => confirmFile(member, shown));
    for (;;) {
      const { state } = await insist(file, () => member.call('GET', `${member.path}/imports/${shown.id}?pageSize=10`));
      file.state = state;
      if (isOver(file)) return;
      await sleep(pollMs);
    }
  };

  return {
    run: async () => {
      while (!market.isOver()) {
        const file = next();
        if (!file) return;
        await handOver(file);
        await market.rest();
      }
    },
  };
}
