import { z } from 'zod';
import { checkDigits } from '../../../domain/identifiers/check-digit.ts';
import { serialPartKinds } from '../../../domain/identifiers/serial-number.ts';
import { metricKinds, settingKinds } from '../../../domain/devices/model-options.ts';
import type { DeviceModel } from '../../../domain/devices/options.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { route } from '../../kernel/http/route.ts';
import { localised, organizationPath } from '../../kernel/http/schemas.ts';

const entry = z.strictObject({ code: z.string(), name: localised, unit: z.string().nullable() });
const limits = { min: z.number().nullable(), max: z.number().nullable() };

const modelResponse = z.strictObject({
  id: z.string(),
  name: localised,
  type: z.string(),
  serial: z.strictObject({
    parts: z.array(z.strictObject({ kind: z.enum(serialPartKinds), length: z.int(), text: z.string().nullable() })),
    checkDigit: z.enum(checkDigits),
  }),
  warrantyMonths: z.int().nullable(),
  supportUntil: z.iso.date().nullable(),
  retired: z.iso.date().nullable(),
  claimCode: z.boolean(),
  registeredTo: z.array(z.string()),
  metrics: z.array(entry.extend({ kind: z.enum(metricKinds), ...limits })),
  counters: z.array(entry.extend({ unit: z.union([z.string(), localised]).nullable() })),
  settings: z.array(
    entry.extend({
      kind: z.enum(settingKinds),
      ...limits,
      choices: z.array(z.strictObject({ code: z.string(), name: localised })),
    }),
  ),
});

type Named<U> = { code: string; name: { ja: string; en: string }; unit?: U | undefined };

const shown = <U>({ code, name, unit }: Named<U>) => ({ code, name, unit: unit ?? null });

function presentModel(model: DeviceModel): z.infer<typeof modelResponse> {
  const { id, name, type, serial, warrantyMonths, supportUntil, retired, claimCode, registeredTo } = model;
  return {
    id,
    name,
    type,
    serial: {
      parts: serial.parts.map((part) =>
        part.kind === 'literal'
          ? { kind: part.kind, length: part.text.length, text: part.text }
          : { kind: part.kind, length: part.length, text: null },
      ),
      checkDigit: serial.checkDigit,
    },
    warrantyMonths: warrantyMonths ?? null,
    supportUntil: supportUntil ?? null,
    retired: retired ?? null,
    claimCode,
    registeredTo: registeredTo ?? [],
    metrics: model.metrics.map((one) => ({
      ...shown(one),
      kind: one.kind,
      min: one.min ?? null,
      max: one.max ?? null,
    })),
    counters: model.counters.map(shown),
    settings: model.settings.map((one) => ({
      ...shown(one),
      kind: one.kind,
      min: one.min ?? null,
      max: one.max ?? null,
      choices: one.choices ?? [],
    })),
  };
}

const listModels = route({
  operationId: 'listDeviceModels',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/device-models',
  summary:
    'The models of the site with how their serial numbers are written, their warranty, and what they measure, count and can be set to',
  access: 'devices:read',
  params: organizationPath,
  status: 200,
  response: z.strictObject({ items: z.array(modelResponse) }),
  problems: [],
  handle: async ({ site }) => ({ status: 200, body: { items: deviceOptions(site).models.map(presentModel) } }),
});

export const modelRoutes = [listModels];
