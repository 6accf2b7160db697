import type { Database } from '../kernel/database.ts';
import type { Snapshot } from '../exports/snapshot.ts';
import type { DataSubject, PersonalData } from './personal-data.ts';

/** The newest form of the copy; names of parts and fields are added, never changed. */
const version = 1;

/** A person's data as JSON, one array of rows a part, as fast as they are read: nothing is gathered. */
export async function* writeCopy(
  db: Database,
  snapshot: Snapshot,
  parts: PersonalData,
  subject: DataSubject,
  made: { site: string; at: Date },
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`{"version":${version},"site":${JSON.stringify(made.site)},"madeAt":"${made.at.toISOString()}"`);
  for (const [name, of] of Object.entries(parts)) {
    yield Buffer.from(`,\n${JSON.stringify(name)}:[`);
    let before = '\n';
    for await (const rows of snapshot.read({ compile: () => of(subject).compile(db) })) {
      yield Buffer.from(before + rows.map((row) => JSON.stringify(row)).join(',\n'));
      before = ',\n';
    }
    yield Buffer.from(']');
  }
  yield Buffer.from('}\n');
}
