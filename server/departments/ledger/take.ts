import { ledgerTaker, type TakenEntry } from '../../counters/ledger/take.ts';
import { postDepartments, type NewEntry } from './post.ts';
import { wholeDevice } from './store.ts';

/** Puts what devices counted by department into their ledgers, in the transaction that stores their messages. */
export const departmentEntries = ledgerTaker({
  capability: 'departments',
  isOwn: (body) => body['department'] !== undefined,
  post: (app, tx, site, taken) => postDepartments(app, tx, site, taken.flatMap(entriesOf)),
});

function entriesOf({ entry, body }: TakenEntry): NewEntry[] {
  if (entry.cause !== 'reported') return [{ ...entry, department: wholeDevice }];
  // Counters that the model does not have are told with the device's own.
  return entry.values.length > 0 ? [{ ...entry, facts: null, department: String(body['department']) }] : [];
}
