import { findRegistered } from '../devices/registered.ts';
import { insideId, outsideIdPattern } from '../kernel/ids.ts';
import { eventsAbout, type LiveTopic } from '../kernel/live/topic.ts';

const devicePattern = outsideIdPattern('device');

/** That something is new about a device's settings: asked for, handed over, answered. */
export const liveSettings: LiveTopic = {
  name: 'device-settings',
  permission: 'device-settings:read',
  watch: async ({ app, site, scope, subject }) => {
    if (!devicePattern.test(subject)) return null;
    const device = await findRegistered(app.db, scope, insideId(subject), 'read');
    return device && [eventsAbout(site.id, `device/${device.deviceId}`)];
  },
};
