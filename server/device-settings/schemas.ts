import { z } from 'zod';
import { changeStates } from '../../domain/device-settings/answer.ts';
import { settingKinds } from '../../domain/devices/model-options.ts';
import { codeCharactersMax, textCharactersMax } from '../../domain/protocol/limits.ts';
import { instant, localised, organizationPath, outsideIdSchema } from '../kernel/http/schemas.ts';

const valuesMax = 100;

export const settingsPath = organizationPath.extend({ device: outsideIdSchema('device') });

const value = z.union([z.number(), z.boolean(), z.string().max(textCharactersMax)]);

/** Who asked: a person of the caller's own organization by name, of others the organization alone. */
const who = { user: z.string().nullable(), organization: z.string().nullable() };

export const deviceSettings = z.strictObject({
  serial: z.string(),
  model: z.string(),
  settings: z.array(
    z.strictObject({
      code: z.string(),
      name: localised,
      unit: z.string().nullable(),
      kind: z.enum(settingKinds),
      min: z.number().nullable(),
      max: z.number().nullable(),
      step: z.number().nullable(),
      choices: z.array(z.strictObject({ code: z.string(), name: localised })),
      /** What is in force, as the device said last; null while it has not said. */
      value: value.nullable(),
      /** What was asked and not answered; `handedAt` when it went to the device's connection. */
      pending: z
        .strictObject({ value, askedAt: instant, handedAt: instant.nullable(), overdue: z.boolean(), ...who })
        .nullable(),
    }),
  ),
  /** The device's time of what is in force. */
  reportedAt: instant.nullable(),
  mayChange: z.boolean(),
});
export type DeviceSettings = z.infer<typeof deviceSettings>;

export const settingsChange = z.strictObject({
  /** What is to be set, by code of the setting; what is in force or asked already is left out of the change. */
  values: z
    .record(z.string().max(codeCharactersMax), value)
    .refine((values) => Object.keys(values).length <= valuesMax, `at most ${valuesMax} settings`),
});

export const settingsAnswer = deviceSettings.extend({
  /** Settings that were asked for by this request; empty when nothing differed. */
  asked: z.array(z.string()),
});

export const settingHistoryItem = z.strictObject({
  id: outsideIdSchema('settingChange'),
  setting: z.string(),
  /** Null for a setting that the model no longer has. */
  name: localised.nullable(),
  cause: z.enum(['asked', 'device', 'exchange']),
  before: value.nullable(),
  after: value,
  state: z.enum(changeStates),
  overdue: z.boolean(),
  at: instant,
  settledAt: instant.nullable(),
  ...who,
});
export type SettingHistoryItem = z.infer<typeof settingHistoryItem>;
