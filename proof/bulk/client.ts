import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from '../../tools/test/accounts.ts';
import type { TestKey } from '../../tools/test/activation-keys.ts';
import { bulkCsv, pairsOf, type Pair } from '../../tools/test/bulk.ts';
import { confirmFile, shownIn, uploadFile, type ShownImport } from '../../tools/test/imports.ts';
import type { Answer } from '../../tools/test/person.ts';
import type { Random } from '../kit/random.ts';

/** One file of one organization, and what it was told about it. */
export type SentFile = {
  organization: string;
  pairs: Pair[];
  /** Null as long as no upload was answered. */
  id: string | null;
  /** The last state that was seen; `refused-at-once` where the upload had faults. */
  state: string;
  broken: number;
};

export type Market = {
  fresh: TestKey[];
  /** Keys that others hand over at this moment. */
  recent: TestKey[];
  files: SentFile[];
  statuses: Map<number, number>;
  up(): Promise<void>;
  isOver(): boolean;
};

export const rowsPerFile = 120;
const keysPerDeviceMax = 3;
const pollMs = 20;
const overStates = ['done', 'refused', 'refused-at-once', 'failed', 'cancelled'];
/**
 * Wrong pairs of a file count as one try when it is uploaded and one when it is done, again when a kill took the answer; from the
 * tenth in an hour on the organization would have to wait.
 */
const contestedMax = 3;

/** A file with more wrong pairs than are shown is refused whole, which is an answer to it as good as a preview of its faults. */
function withFaults(answer: Answer): Answer {
  if (answer.status !== 422) return answer;
  return { ...answer, status: 201, body: { id: null, faultCount: rowsPerFile } };
}

export function isOver(file: SentFile): boolean {
  return overStates.includes(file.state);
}

/** An organization that hands over one file after the other, some with keys that others hand over as well. */
export function fileClient(member: Member, market: Market, random: Random): { run(): Promise<void> } {
  let contested = 0;

  const next = (): SentFile | null => {
    const contest = market.recent.length > 0 && contested < contestedMax && random.chance(0.25);
    if (contest) contested += 1;
    const keys = contest ? market.recent.splice(0, rowsPerFile) : market.fresh.splice(0, rowsPerFile);
    if (keys.length === 0) return null;
    if (!contest && random.chance(0.5)) market.recent = [...keys].reverse();
    const file = { organization: member.organization, pairs: share(keys), id: null, state: 'unknown', broken: 0 };
    market.files.push(file);
    return file;
  };
  /** Devices get one to three of the keys. */
  const share = (keys: readonly TestKey[]): Pair[] => {
    let left = 0;
    let device = '';
    return pairsOf(keys, () => {
      if (left === 0) {
        left = 1 + random.below(keysPerDeviceMax);
        device = random.hex(16);
      }
      left -= 1;
      return device;
    });
  };

  const attempt = async (file: SentFile, ask: () => Promise<Answer>): Promise<ShownImport | null> => {
    const answer = await ask().catch(() => null);
    if (answer && answer.status < 300) return shownIn(answer);
    if (answer) market.statuses.set(answer.status, (market.statuses.get(answer.status) ?? 0) + 1);
    file.broken += 1;
    await market.up();
    return null;
  };
  const insist = async (file: SentFile, ask: () => Promise<Answer>): Promise<ShownImport> => {
    for (;;) {
      const shown = await attempt(file, ask);
      if (shown) return shown;
    }
  };

  const handOver = async (file: SentFile): Promise<void> => {
    // The same file sent again is the same import, so that an upload without an answer is simply sent again.
    const shown = await insist(file, async () =>
      withFaults(await uploadFile(member, 'bulk-issue', bulkCsv(file.pairs))),
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
      }
    },
  };
}
