import { z } from 'zod';
import { mailNoticeEvents } from '../../domain/mail-notices/events.ts';
import { mailNoticeOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';

const shown = z.strictObject({ events: z.array(z.enum(mailNoticeEvents)) });

/** What this capability makes of a site's data. Events may come and go: a choice keeps what it was. */
export const mailNoticeSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => {
    const { events } = mailNoticeOptions(site);
    return { events: mailNoticeEvents.filter((event) => events.includes(event)) };
  },
  codes: () => [],
};
