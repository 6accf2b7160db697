import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { bulkCsv, pairsOf, type Pair } from '../../tools/test/bulk.ts';
import { button, heading } from '../people.ts';
import type { Visit } from './walk.ts';

const choose = '/o/$organization/registration-keys/bulk';
const file = `${choose}/$import`;
const list = '/o/$organization/imports';

/** Keys from a file (K-05), in every state that a file can be in. */
export async function lookAtBulk(visit: Visit, pages: string): Promise<void> {
  const { scene, someone, stop } = visit;
  const { page, words } = someone;
  const upload = async (pairs: readonly Pair[]) => {
    await page.goto(`${pages}/registration-keys/bulk`);
    await heading(someone, words('registration-keys.bulk.title'));
    const buffer = Buffer.from(bulkCsv(pairs));
    await page.locator('input[type=file]').setInputFiles({ name: '納入一覧.csv', mimeType: 'text/csv', buffer });
    await button(someone, words('imports.file.upload')).click();
  };
  await page.goto(`${pages}/imports`);
  await page.getByText(words('ui.table.empty')).waitFor();
  await stop('files handed over, none yet', list);
  await page.goto(`${pages}/registration-keys/bulk`);
  await heading(someone, words('registration-keys.bulk.title'));
  await stop('issue from a file', choose);
  const keys = await giveActivationKeys(scene, 3);
  const pairs = pairsOf(keys).map((pair): Pair => ({ ...pair, lines: ['大阪支店 2階', '会議室B'] }));
  await upload([...pairs, { deviceId: 'XYZ', number: randomHex(16), registrationId: randomHex(16) }]);
  await page
    .getByText(words('imports.preview.faulty', { faults: 1 }))
    .first()
    .waitFor();
  await stop('file of pairs with a fault', file);
  await button(someone, words('imports.preview.discard')).click();
  const discard = page.getByRole('dialog').getByRole('button', { name: words('imports.preview.discard') });
  await discard.waitFor();
  await stop('file of pairs, discard it', file);
  await discard.click();
  await heading(someone, words('imports.over.cancelled.title'));
  await stop('file of pairs, called off', file);
  await upload(pairs);
  await button(someone, words('registration-keys.bulk.confirm')).click();
  const yes = page.getByRole('dialog').getByRole('button', { name: words('registration-keys.bulk.confirm') });
  await yes.waitFor();
  await stop('file of pairs, confirm', file);
  // Another transaction holds a key, so that the job can be looked at while it waits for it.
  const holder = await scene.app.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from activation_keys where number = $1 for update', [keys[0]?.number]);
    await yes.click();
    await page.getByText(words('imports.work.running')).waitFor();
    await stop('file of pairs, at work', file);
    await page.getByRole('link', { name: words('imports.file.list') }).click();
    await heading(someone, words('imports.list.title'));
    await page.getByRole('cell', { name: words('imports.states.running'), exact: true }).waitFor();
    await stop('files handed over', list);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  await page.getByRole('link', { name: '納入一覧.csv' }).first().click();
  await heading(someone, words('registration-keys.bulk.doneTitle'));
  await stop('file of pairs, done', file);
  await refusedAndFailed(visit, upload);
}

async function refusedAndFailed(visit: Visit, upload: (pairs: readonly Pair[]) => Promise<void>): Promise<void> {
  const { scene, someone, stop } = visit;
  const { page, words } = someone;
  const confirm = async () => {
    await button(someone, words('registration-keys.bulk.confirm')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('registration-keys.bulk.confirm') })
      .click();
  };
  const [taken] = await giveActivationKeys(scene, 1);
  if (!taken) throw new Error('no activation key');
  await upload(pairsOf([taken]));
  await button(someone, words('registration-keys.bulk.confirm')).waitFor();
  await scene.app.db.deleteFrom('activation_keys').where('number', '=', taken.number).execute();
  await confirm();
  await heading(someone, words('imports.over.refused.title'));
  await page.getByText(words('problems.registration-keys.unknown-activation-key')).first().waitFor();
  await stop('file of pairs, refused in the end', file);
  await upload(pairsOf(await giveActivationKeys(scene, 1)));
  await button(someone, words('registration-keys.bulk.confirm')).waitFor();
  const id = /imp_([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  // What ten attempts leave behind whose process died.
  const now = scene.app.clock.now();
  await scene.app.db
    .insertInto('import_progress')
    .values({ site_id: 'conference', import_id: id, attempts: 10, began_at: now, rows_done: 0, next_try_at: now })
    .execute();
  await confirm();
  await heading(someone, words('imports.over.failed.title'));
  await stop('file of pairs, failed', file);
}
