import { writeFile } from 'node:fs/promises';
import { writeLabel } from '../../domain/devices/label.ts';
import { unlockCodeOptions } from '../../domain/site/capabilities.ts';
import { findScheme } from '../../domain/unlock-codes/options.ts';
import { unlockHolds } from '../../domain/unlock-codes/factory-file.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { App, Site } from '../../server/kernel/app.ts';
import { createLog } from '../../server/kernel/log.ts';
import { readFlags, required } from '../arguments.ts';
import { CommandFailure, type Command, UsageError } from '../command.ts';
import { configOrFail } from '../config.ts';

const ofKeys = ['category', 'device-id'] as const;
const ofCodes = ['model', 'serial', 'version', 'hold', 'claim-code'] as const;
type Flags = { site: string; out: string } & Partial<Record<(typeof ofKeys | typeof ofCodes)[number], string>>;

export const command: Command = {
  name: 'factory',
  summary: 'Write the factory file of one unit: who it is and its own secrets',
  usage:
    '--site SITE --out FILE and either --category CATEGORY --device-id ID or --model MODEL --serial NUMBER [--version N] [--hold secret|code] [--claim-code CODE]',
  run: async (args) => {
    const flags = readFlags(args, ['site', 'out'], [...ofKeys, ...ofCodes]);
    const fileOf = flags.serial === undefined && flags.model === undefined ? keyUnit(flags) : unitWithSerial(flags);
    const { withApp } = await import('../../server/workbench.ts');
    return withApp(configOrFail(), createLog('warn'), async (app) => {
      const file = await fileOf(app);
      if (!file.ok) throw new CommandFailure(translatorFor('en', 'problems')(file.code, file.params));
      await writeFile(flags.out, `${JSON.stringify(file.value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      console.log(`Wrote ${flags.out}. It holds the secrets of this one unit: give it to nobody else.`);
      const label = labelOf(file.value, flags['claim-code']);
      if (label) console.log(`The square code on its label says: ${label}`);
      return 0;
    });
  },
};

type FileOf = (app: App) => Promise<Verdict<object>>;

/** A unit whose features are switched on by registration keys. */
function keyUnit(flags: Flags): FileOf {
  refuseOthers(flags, ofCodes, '--device-id');
  const category = required(flags.category, '--category', 'it needs a value');
  const deviceId = required(flags['device-id'], '--device-id', 'it needs a value');
  return async (app) => {
    const site = siteWith(app, flags.site, 'registration-keys');
    const { factoryFileOf } = await import('../../server/registration-keys/factory.ts');
    const file = await factoryFileOf(app, site, category, deviceId);
    return inCapability(file, { 'not-issued-here': 'registration-keys' }, 'identifiers');
  };
}

/** A unit that is locked until its code is typed, or one that reports. */
function unitWithSerial(flags: Flags): FileOf {
  refuseOthers(flags, ofKeys, '--serial');
  const model = required(flags.model, '--model', 'it needs a value');
  const serial = required(flags.serial, '--serial', 'it needs a value');
  const version = flags.version === undefined ? null : Number(flags.version);
  if (version !== null && !Number.isInteger(version)) throw new UsageError('--version is a whole number');
  const hold = unlockHolds.find((one) => one === (flags.hold ?? 'secret'));
  if (!hold) throw new UsageError(`--hold is one of ${unlockHolds.join(', ')}`);
  return async (app) => {
    if (reports(app, flags)) return reportingDevice(app, flags, { model, serial });
    const site = siteWith(app, flags.site, 'unlock-codes');
    const { unlockFactoryFileOf } = await import('../../server/unlock-codes/factory.ts');
    const file = await unlockFactoryFileOf(app, site, { model, serial, version, hold });
    return inCapability(
      file,
      { required: 'identifiers', 'serial-form': 'devices', 'serial-check-digit': 'devices' },
      'unlock-codes',
    );
  };
}

/** Whether the site's units of that model report and are locked by no code. */
function reports(app: App, { site: id, model }: Flags): boolean {
  const site = app.sites.get(id);
  if (!site || !('readings' in site.capabilities)) return false;
  return !('unlock-codes' in site.capabilities) || !findScheme(unlockCodeOptions(site), model ?? '');
}

async function reportingDevice(
  app: App,
  flags: Flags,
  device: { model: string; serial: string },
): Promise<Verdict<object>> {
  const lockedOnly = (['version', 'hold'] as const).find((name) => flags[name] !== undefined);
  if (lockedOnly) throw new UsageError(`--${lockedOnly} is for units that are locked by a code`);
  const { deviceFactoryFileOf } = await import('../../server/readings/factory.ts');
  const file = await deviceFactoryFileOf(app, siteWith(app, flags.site, 'readings'), device);
  return inCapability(file, { required: 'identifiers' }, 'devices');
}

/** Serial number and claim code for whoever prints the label, so that both are scanned at once. */
function labelOf(file: object, claimCode: string | undefined): string | null {
  if (claimCode === undefined || !('serial' in file) || typeof file.serial !== 'string') return null;
  return writeLabel({ serial: file.serial, claimCode });
}

function refuseOthers(flags: Flags, others: readonly (keyof Flags)[], beside: string): void {
  const other = others.find((name) => flags[name] !== undefined);
  if (other) throw new UsageError(`--${other} does not go with ${beside}`);
}

function siteWith(app: App, id: string, capability: string): Site {
  const site = app.sites.get(id);
  if (!site || !(capability in site.capabilities))
    throw new CommandFailure(`there is no site "${id}" with ${capability.replace('-', ' ')}`);
  return site;
}

/** A refusal with the capability whose list its code is from before it, as the catalogue has it. */
function inCapability<T>(verdict: Verdict<T>, of: Record<string, string>, otherwise: string): Verdict<T> {
  return verdict.ok ? verdict : { ...verdict, code: `${of[verdict.code] ?? otherwise}/${verdict.code}` };
}
