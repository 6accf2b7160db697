import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { keyedHash } from '../../kernel/seal.ts';
import { lockTries, storeTries } from '../../kernel/tries.ts';

const mailsPerHourMax = 5;
const purpose = 'reset-mails';

/**
 * Takes one of the mails that an address and an account may get within an hour because somebody asked for them; false when
 * there is none left. Asked at the same time by many, it still gives no more.
 */
export async function takeMail(
  app: App,
  tx: Tx,
  site: Site,
  { mail, userId }: { mail: string; userId: string | null },
  now: Date,
): Promise<boolean> {
  // Addresses are not written down a second time: a hash tells them apart as well.
  const address = keyedHash(app.keys.proofs, purpose, site.id, mail.toLowerCase()).toString('base64url');
  const subjects = [`address/${address}`, ...(userId === null ? [] : [`user/${userId}`])];
  const taken: [string, Date[]][] = [];
  for (const subject of subjects)
    taken.push([subject, await lockTries(tx, site.id, purpose, subject, after(now, -hoursMs))]);
  if (taken.some(([, instants]) => instants.length >= mailsPerHourMax)) return false;
  for (const [subject, instants] of taken) await storeTries(tx, site.id, purpose, subject, [...instants, now]);
  return true;
}
