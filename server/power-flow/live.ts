import type { LiveTopic } from '../kernel/live/topic.ts';
import { eventsAbout } from '../kernel/live/topic.ts';
import { reportedBy } from '../readings/live.ts';
import { findFlowDevice } from './device.ts';
import { readPicture } from './now.ts';

/** The picture of a device, drawn anew with each of its reports (E-06). */
export const livePicture: LiveTopic = {
  name: 'power-flow',
  permission: 'power-flow:read',
  watch: async ({ app, site, scope, subject }) => {
    const device = await findFlowDevice(app, site, scope, subject);
    if (!device) return null;
    // Who had it once sees how it was; what its next owner's does now is not told.
    return device.until ? [] : [reportedBy(device.deviceKey), eventsAbout(site.id, `device/${device.deviceId}`)];
  },
  read: async ({ app, site, scope, subject }) => {
    const device = await findFlowDevice(app, site, scope, subject);
    return device && readPicture(app, device, scope.now);
  },
};
