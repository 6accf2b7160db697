import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runUnit } from '../../edge/unit/simulate.ts';
import { factoryFileOf } from '../../server/registration-keys/factory.ts';
import { newCompany } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { button } from '../people.ts';
import { startUnit, typeKey } from '../unit-owner.ts';
import type { Scene, Visit, Walk } from './walk.ts';

const category = 'conference-unit';

/** The pages that a conference unit shows of itself; they are no part of the web app. */
export const unitOwner: Walk = {
  name: 'an owner switches a feature on',
  go: async (visit) => {
    const folder = await mkdtemp(join(tmpdir(), 'engawa-unit-'));
    const deviceId = randomHex(16);
    const factoryFile = join(folder, 'factory.json');
    const site = visit.scene.app.sites.get('conference');
    const made = site && (await factoryFileOf(visit.scene.app, site, category, deviceId));
    if (!made?.ok) throw new Error('no factory file');
    await writeFile(factoryFile, JSON.stringify(made.value));
    const unit = await runUnit({ factoryFile, stateFile: join(folder, 'state.json'), port: 0 });
    try {
      await lookAtUnit(visit, unit.url, await issueKey(visit.scene, deviceId));
    } finally {
      await unit.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function issueKey(scene: Scene, deviceId: string): Promise<string> {
  const company = await newCompany(scene);
  const activationKeys = await giveActivationKeys(scene, 1);
  const answer = await company.create(`${company.path}/registration-keys`, { category, deviceId, activationKeys });
  const [key] = (answer.body.keys ?? []) as { registrationKey: string }[];
  if (!key) throw new Error(answer.text);
  return key.registrationKey;
}

async function lookAtUnit({ someone, look, stop }: Visit, url: string, key: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${url}/?lang=${look.language}`);
  await button(someone, words('unit.setPassword')).waitFor();
  await stop('unit, first start', null);
  await startUnit(someone, url);
  await stop('unit, no feature yet', null);
  await typeKey(someone, url, randomHex(16));
  await stop('unit, key refused', null);
  await page.goto(`${url}/key?lang=${look.language}`);
  await stop('unit, key to be typed', null);
  await page.getByRole('textbox', { name: words('unit.keyPart', { from: 1, to: 4 }) }).fill(key);
  await button(someone, words('unit.save')).click();
  await button(someone, words('unit.restart')).waitFor();
  await stop('unit, save and restart', null);
  await button(someone, words('unit.restart')).click();
  await page.getByRole('status').waitFor();
  await stop('unit, feature on', null);
}
