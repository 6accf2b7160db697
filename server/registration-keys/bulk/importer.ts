import { createHash } from 'node:crypto';
import { isExistenceFault, existenceFaultsMax, weighFile } from '../../../domain/registration-keys/bulk-tries.ts';
import { findCategory } from '../../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../../domain/site/capabilities.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { NewEvent } from '../../kernel/events.ts';
import type { Importer, Refused } from '../../imports/importer.ts';
import { keyMaker } from '../masters.ts';
import { registrationKeyProblem } from '../problems.ts';
import { countTries, judgeTries } from '../tries.ts';
import { checkBulk } from './check.ts';
import { becameOf, presentResult, resultColumns } from './result.ts';
import { readBulkRow, type BulkRow } from './row.ts';
import { journalBindings } from '../journal.ts';
import { storeBindings, storeHistory, storeIdentifiers, storeInstallations, type DecidedRow } from './write.ts';

export const bulkKind = 'bulk-issue';
export const bulkRowsMax = 10_000;

/** Pairs of device and activation key in great number (K-05): every rule of the wizard, one job, one transaction. */
export const bulkImporter: Importer<BulkRow> = {
  kind: bulkKind,
  capability: 'registration-keys',
  permission: 'registration-keys:issue',
  page: '/o/$organization/registration-keys/bulk/$import',
  mailed: true,
  rowsMax: bulkRowsMax,
  columns: [
    { key: 'category', required: false, alsoCalled: ['カテゴリ'] },
    { key: 'deviceId', required: true, code: true },
    {
      key: 'number',
      required: true,
      code: true,
      alsoCalled: ['アクティベーションキーナンバー', 'アクティベーションキー', 'Activation key'],
    },
    { key: 'registrationId', required: true, code: true },
    { key: 'installation1', required: false, alsoCalled: ['設置場所', 'Installation site'] },
    { key: 'installation2', required: false },
  ],
  tells: ['productNumber', 'purpose', 'state', 'firstIssuedAt'],
  counted: 'state',
  readRow: readBulkRow,

  admit: async (tx, scope) => (await judgeTries(tx, scope)).refused,

  checkRows: checkBulk,

  weigh: async (tx, scope, { rows, codes }) => {
    const guesses = Object.entries(codes).reduce((sum, [code, count]) => sum + (isGuess(code) ? count : 0), 0);
    const weight = weighFile(guesses);
    if (weight === 'nothing') return null;
    const { failures } = await judgeTries(tx, scope);
    await countTries(tx, scope, failures, 1);
    return weight === 'refused' ? refuse(scope.organizationId, rows, guesses) : null;
  },

  async store(app, tx, site, scope, importId, values, done = () => undefined) {
    const rows = values.map(decidedRow);
    // Fetched before anything is written: without them nobody could be shown a key.
    await keyMaker(
      app,
      site,
      rows.map(({ decided }) => decided.issue.version),
    );
    await storeIdentifiers(tx, site.id, rows);
    done(Math.floor(rows.length * 0.2));
    const stored = await storeBindings(tx, scope, rows);
    const fresh = rows.filter(({ decided }) => decided.issue.state === 'new');
    await journalBindings(
      app,
      tx,
      site.id,
      fresh.map(({ decided }) => String(decided.bindingId)),
    );
    done(Math.floor(rows.length * 0.6));
    await storeHistory(tx, scope, importId, rows);
    done(Math.floor(rows.length * 0.8));
    await storeInstallations(tx, scope, rows);
    return {
      stored,
      events: [issued(scope.organizationId, importId, rows)],
      result: rows.map((row) => becameOf(row, scope.now)),
    };
  },

  result: { columns: () => resultColumns, present: presentResult },

  inWords(site, language, column, word) {
    if (column === 'category') return findCategory(registrationKeyOptions(site), word)?.name[language] ?? word;
    if (column === 'state') return translatorFor(language, 'headings')(`${bulkKind}.${word}`);
    return word;
  },
};

function isGuess(code: string): boolean {
  return isExistenceFault(code.replace('registration-keys/', ''));
}

function decidedRow(row: BulkRow): DecidedRow {
  if (!row.decided) throw new Error('a row was to be stored that nobody decided on');
  return { ...row, decided: row.decided };
}

/** So many wrong pairs are no slip of the hand: none of them is shown, and the operators hear of it. */
function refuse(organizationId: string, rows: number, guesses: number): Refused {
  return {
    problem: registrationKeyProblem('file-refused', { params: { max: existenceFaultsMax } }),
    events: [
      {
        what: 'registration-keys.file-refused',
        subject: `organization/${organizationId}`,
        data: { organization: organizationId, rows, guesses },
      },
    ],
  };
}

/**
 * One event for a file, so that ten thousand keys do not bury the log: it names the import, by which the history knows its
 * bindings, and carries a hash over the new ones, so that the chain holds exactly this set.
 */
function issued(organizationId: string, importId: string, rows: readonly DecidedRow[]): NewEvent {
  const fresh = rows.filter(({ decided }) => decided.issue.state === 'new');
  const hash = createHash('sha256');
  for (const id of fresh.map(({ decided }) => decided.bindingId ?? '').toSorted()) hash.update(id);
  return {
    what: 'registration-keys.issued-by-file',
    subject: `import/${importId}`,
    data: {
      organization: organizationId,
      rows: rows.length,
      new: fresh.length,
      devices: new Set(rows.map((row) => `${row.format} ${row.deviceId}`)).size,
      newBindingsHash: hash.digest('hex'),
    },
  };
}
