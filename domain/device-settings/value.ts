import type { DeviceModel } from '../devices/options.ts';
import type { Value } from '../protocol/body.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { SettingValueCode } from './codes.ts';
import { readWindow } from './window.ts';

/** A setting of a model with its limits, out of a site's data. */
export type Setting = DeviceModel['settings'][number];
type Read = Verdict<Value, SettingValueCode>;

/** Parts of a step that come from the way fractions are stored. */
const stepTolerance = 1e-9;

/** Whether a value is of the setting's kind, whatever its limits: a device may hold what nobody may set any more. */
export function fitsKind({ kind }: Pick<Setting, 'kind'>, value: unknown): value is Value {
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'number' || kind === 'integer') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string';
}

/**
 * Checks a value against the limits of its setting (E-09): what is refused here never leaves the server, and a device refuses it as well.
 * @returns the value, or which limit it breaks; `params` hold the limit and the unit.
 */
export function checkSetting(setting: Setting, value: unknown): Read {
  const checks = {
    number: checkNumber,
    integer: checkNumber,
    boolean: checkBoolean,
    choice: checkChoice,
    window: checkWindow,
  };
  return checks[setting.kind](setting, value);
}

function checkNumber({ kind, min, max, step, unit = '' }: Setting, value: unknown): Read {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fail('not-a-number');
  if (kind === 'integer' && !Number.isInteger(value)) return fail('not-whole');
  if (min !== undefined && value < min) return fail('too-low', { min, unit });
  if (max !== undefined && value > max) return fail('too-high', { max, unit });
  if (step === undefined) return pass(value);
  const steps = (value - (min ?? 0)) / step;
  return Math.abs(steps - Math.round(steps)) <= stepTolerance ? pass(value) : fail('not-a-step', { step, unit });
}

function checkBoolean(_: Setting, value: unknown): Read {
  return typeof value === 'boolean' ? pass(value) : fail('not-yes-or-no');
}

function checkChoice({ choices = [] }: Setting, value: unknown): Read {
  const chosen = choices.find(({ code }) => code === value);
  return chosen ? pass(chosen.code) : fail('not-a-choice');
}

function checkWindow({ step = 1 }: Setting, value: unknown): Read {
  const window = typeof value === 'string' ? readWindow(value) : null;
  if (typeof value !== 'string' || !window) return fail('not-a-window');
  if (window.fromMinute === window.untilMinute) return fail('window-empty');
  const inStep = window.fromMinute % step === 0 && window.untilMinute % step === 0;
  return inStep ? pass(value) : fail('window-step', { step });
}
