import { capabilities } from '../../capabilities.ts';
import { txOn, type Tx } from '../../kernel/database.ts';
import { openJournal, readJournal, type JournalLine } from '../../kernel/journal.ts';
import { nothingReplayed, type Replay, type Replayed } from '../../kernel/replay.ts';
import { holdUnused } from '../../registration-keys/journal.ts';
import type { Header } from './back-up.ts';
import { RestoreRefused, type Restoring } from './restore.ts';

const markKind = 'backup';
/** A change under way at the snapshot may have its line from before. */
const overlapMs = 60 * 60 * 1_000;

/** Notes in the journal that a backup was taken: a journal with its mark is the one that goes on from there. */
export async function markBackup(folder: string, { id, takenAt }: Header): Promise<void> {
  await openJournal(folder, () => new Date()).write([{ kind: markKind, site: '', at: takenAt, body: { id } }]);
}

export type JournalOutcome = { replayed: Record<string, Replayed>; torn: number; keysHeld: number };

/**
 * What was given out after a backup, by the journals in these folders: given again, or kept for whom it was given to. Without the journal, told so by
 * `lost`, unused activation keys are held back.
 */
export async function journalFor(
  { header }: Restoring['backup'],
  folders: readonly string[],
  lost: boolean,
  now: Date,
): Promise<{ afterwards: NonNullable<Restoring['afterwards']>; outcome: JournalOutcome }> {
  const { lines, torn } = await readJournal(folders);
  const marked = lines.some(({ kind, body }) => kind === markKind && body['id'] === header.id);
  if (!marked && !lost)
    throw new RestoreRefused(
      `no journal that goes on from this backup lies in ${folders.join(' or ')}: name the folder journal/ of the lost machine by --journal, or say --journal-lost to hold back what may have been used since`,
    );
  const outcome: JournalOutcome = { replayed: {}, torn, keysHeld: 0 };
  const since = new Date(Date.parse(header.takenAt) - overlapMs).toISOString();
  const later = lines.filter(({ at }) => at >= since);
  return {
    outcome,
    afterwards: async (client) => {
      const tx = txOn(client as unknown as Parameters<typeof txOn>[0]);
      outcome.replayed = await replayAll(tx, later, now);
      if (!marked) outcome.keysHeld = await holdUnused(tx, now);
    },
  };
}

async function replayAll(tx: Tx, lines: readonly JournalLine[], now: Date): Promise<Record<string, Replayed>> {
  const byKind = Map.groupBy(lines, ({ kind }) => kind);
  const replays: Replay[] = capabilities.flatMap(({ replays: some }) => some ?? []);
  const replayed: Record<string, Replayed> = {};
  for (const one of replays) {
    const own = byKind.get(one.kind);
    replayed[one.kind] = own ? await one.replay(tx, own, now) : nothingReplayed;
  }
  return replayed;
}
