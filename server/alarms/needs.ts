import type { NeedCount, NeedCounts } from '../needs/need-counts.ts';
import { countMatching } from '../needs/count-rows.ts';
import { everyAlarm, matchingAlarms, type AlarmFilter } from './store.ts';

/** Alarms that are open and that nobody has taken note of. */
const untaken =
  (cause: AlarmFilter['cause']): NeedCount =>
  ({ app, scope, max }) => {
    const filter = { ...everyAlarm, open: true, acknowledged: false, cause };
    return countMatching(app.db, matchingAlarms(app.db, scope, filter).select('a.id'), max);
  };

export const alarmNeeds: NeedCounts = { alarms: untaken('but-silence'), silence: untaken('silence') };
