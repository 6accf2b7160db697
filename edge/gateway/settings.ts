import { z } from 'zod';
import { isWithin, readWindow } from '../../domain/device-settings/window.ts';
import type { Value, Values } from '../../domain/protocol/body.ts';

const reserveMax = 90;
const modes = ['selfConsumption', 'economy', 'backup'] as const;

/** What a battery gateway keeps over a restart: the charge it leaves for power cuts in %, how it runs, and when it charges from the grid. */
export const gatewaySettingsSchema = z.strictObject({
  reserve: z.int().min(0).max(reserveMax),
  operatingMode: z.enum(modes),
  chargingWindow: z.string().refine((text) => isWindow(text)),
});
export type GatewaySettings = z.output<typeof gatewaySettingsSchema>;

/** As it leaves the factory. */
export const factorySettings: GatewaySettings = {
  reserve: 30,
  operatingMode: 'selfConsumption',
  chargingWindow: '23:00-05:00',
};

function isWindow(text: string): boolean {
  const window = readWindow(text);
  return window !== null && window.fromMinute !== window.untilMinute;
}

/** Whether the gateway charges from the grid at this minute after midnight. */
export function chargesAt({ chargingWindow }: GatewaySettings, minute: number): boolean {
  const window = readWindow(chargingWindow);
  return window !== null && isWithin(window, minute);
}

/**
 * Does what it is told on `down/desired`, as far as it can: a setting that it does not have, and a value beyond its own limits, is refused
 * and the rest taken.
 * @returns the settings that are in force from now on, and the codes it refused.
 */
export function obey(
  inForce: GatewaySettings,
  desired: Readonly<Values>,
): { settings: GatewaySettings; refused: string[] } {
  let settings = inForce;
  const refused: string[] = [];
  for (const [code, value] of Object.entries(desired)) {
    const taken = take(settings, code, value);
    if (taken) settings = taken;
    else refused.push(code);
  }
  return { settings, refused };
}

function take(settings: GatewaySettings, code: string, value: Value): GatewaySettings | null {
  if (!Object.hasOwn(factorySettings, code)) return null;
  const next = gatewaySettingsSchema.safeParse({ ...settings, [code]: value });
  return next.success ? next.data : null;
}
