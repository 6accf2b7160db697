const dayMs = 86_400_000;

/**
 * Those devices whose licence has ended before a civil day (`2028-01-10`): what is assigned on it comes too late for them, as nothing goes by itself to
 * a device without a licence (L-06). `uncoveredDays` lie between the last day and that one; the device stays without a licence until somebody places one.
 */
export function tooLateFor<D extends { lastDay: string }>(
  devices: readonly D[],
  day: string,
): (D & { uncoveredDays: number })[] {
  return devices
    .filter(({ lastDay }) => lastDay < day)
    .map((device) => ({ ...device, uncoveredDays: (Date.parse(day) - Date.parse(device.lastDay)) / dayMs - 1 }));
}
