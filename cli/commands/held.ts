import { parseArgs } from 'node:util';
import { createLog } from '../../server/kernel/log.ts';
import { required } from '../arguments.ts';
import { UsageError, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { siteOrFail } from '../site.ts';

export const command: Command = {
  name: 'held',
  summary: 'Show what a restore holds back, or release it',
  usage: '--site SITE [--release-devices SERIAL,…|all] [--release-keys NUMBER,…|all]',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        site: { type: 'string' },
        'release-devices': { type: 'string' },
        'release-keys': { type: 'string' },
      },
    });
    const config = configOrFail();
    const { id } = await siteOrFail(config, required(values.site, '--site', 'the ID of a site'));
    const devices = listOf(values['release-devices'], '--release-devices');
    const keys = listOf(values['release-keys']?.replaceAll('-', ''), '--release-keys');
    const { withApp } = await import('../../server/workbench.ts');
    const { heldSerials, releaseDevices } = await import('../../server/devices/registration/journal.ts');
    const { countHeld, releaseKeys } = await import('../../server/registration-keys/journal.ts');
    await withApp(config, createLog('warn'), ({ db }) =>
      db.transaction().execute(async (tx) => {
        if (devices !== undefined) console.log(`${await releaseDevices(tx, id, devices)} devices released`);
        if (keys !== undefined) console.log(`${await releaseKeys(tx, id, keys)} activation keys released`);
        const serials = await heldSerials(tx, id);
        for (const serial of serials) console.log(`device ${serial} is held for whom it was registered to`);
        console.log(`${serials.length} devices and ${await countHeld(tx, id)} activation keys are held`);
      }),
    );
    return 0;
  },
};

/** Null for all; undefined where nothing was said. */
function listOf(text: string | undefined, flag: string): string[] | null | undefined {
  if (text === undefined) return undefined;
  if (text === 'all') return null;
  const items = text.split(',').map((one) => one.trim().toUpperCase());
  if (items.some((one) => one === '')) throw new UsageError(`${flag}: nothing stands between two commas`);
  return items;
}
