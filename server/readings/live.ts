import { outsideIdPattern, insideId } from '../kernel/ids.ts';
import type { LiveTopic, Signal } from '../kernel/live/topic.ts';
import { findLatest, findReadable } from './kept/latest.ts';

/** Told when something that a device said was stored: readings, status, events, settings in force. */
export function reportedBy(deviceKey: number): Signal {
  return `reported/${deviceKey.toString(36)}`;
}

/** What a device reported last, while it is the caller's or one they may read. */
export const liveReadings: LiveTopic = {
  name: 'readings',
  permission: 'readings:read',
  watch: async ({ app, scope, subject }) => {
    const device = await findDevice(subject, (deviceId) => findReadable(app, scope, deviceId));
    // Who had it once sees what was theirs; what its next owner's does now is not told.
    return device && (device.ended ? [] : [reportedBy(device.deviceKey)]);
  },
  read: ({ app, scope, subject }) =>
    findDevice(subject, async (deviceId) => {
      // What is found of it shows that it may be read, so that most looks are one question.
      const latest = await findLatest(app, scope, deviceId);
      return (latest ?? (await findReadable(app, scope, deviceId))) && { latest };
    }),
};

async function findDevice<T>(subject: string, find: (deviceId: string) => Promise<T | null>): Promise<T | null> {
  return outsideIdPattern('device').test(subject) ? find(insideId(subject)) : null;
}
