import { eventsAbout, type LiveTopic } from '../kernel/live/topic.ts';
import { insideId, outsideIdPattern } from '../kernel/ids.ts';
import { findRegistration } from './detail/find.ts';

/** A device that somebody looks at: told when anything happens to it, and over when it is not theirs to see any more. */
export const liveDevice: LiveTopic = {
  name: 'devices',
  permission: 'devices:read',
  watch: async ({ app, site, scope, subject }) => {
    if (!outsideIdPattern('device').test(subject)) return null;
    const deviceId = insideId(subject);
    const row = await findRegistration(app.db, scope, deviceId, 'read');
    return row ? [eventsAbout(site.id, `device/${deviceId}`)] : null;
  },
};
