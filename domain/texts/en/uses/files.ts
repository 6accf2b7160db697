import counters from '../headings/counters.ts';
import departments from '../headings/departments.ts';
import mails from '../mail/monthly-reports.ts';
import sheets from '../sheets.ts';

const { overview, notes } = sheets['monthly-report'];

/** What mails and files say instead where nothing counts sheets, by namespace; much of the English says nothing of them anyway. */
export default {
  headings: {
    'counter-notes': {
      usage: counters['counter-notes'].usage,
      use: counters['counter-notes'].use,
      models: 'Some models do not count all of this; their cells there are empty.',
    },
    departments: { value: departments.value },
  },
  mail: { 'monthly-report': { text: mails['monthly-report'].text } },
  sheets: { 'monthly-report': { overview, notes: { use: notes.use } } },
} as const;
