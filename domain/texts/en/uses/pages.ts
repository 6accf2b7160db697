import counters from '../counters.ts';
import departments from '../departments.ts';
import deviceCounters from '../device-counters.ts';
import mailNotices from '../mail-notices.ts';
import monthlyReports from '../monthly-reports.ts';

/** What pages say instead where nothing counts sheets, by namespace; much of the English says nothing of them anyway. */
export default {
  counters: {
    cards: { text: 'See how much your devices were used, by month or by day.' },
    kinds: { usage: counters.kinds.usage },
    kindHints: { usage: counters.kindHints.usage },
    markTexts: {
      first: counters.markTexts.first,
      gap: counters.markTexts.gap,
      restart: counters.markTexts.restart,
    },
    remarks: {
      use: counters.remarks.use,
      models: 'Some models do not count all of this; their figures there are “-”.',
    },
  },
  'device-counters': {
    graph: { usage: deviceCounters.graph.usage, devicesUsage: deviceCounters.graph.devicesUsage },
  },
  'monthly-reports': {
    cards: { text: monthlyReports.cards.text },
    page: { lead: monthlyReports.page.lead },
  },
  'mail-notices': {
    hints: {
      error: 'A device has stopped, for example because of a fault.',
      warning: 'A device soon needs something, for example to be filled up.',
      'monthly-report': mailNotices.hints['monthly-report'],
    },
  },
  departments: { list: { lead: departments.list.lead, name: departments.list.name } },
} as const;
