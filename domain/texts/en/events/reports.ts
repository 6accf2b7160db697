export default {
  alarms: {
    raised: 'An alarm rose',
    cleared: 'An alarm recovered',
    flapping: 'An alarm keeps rising and recovering',
    reminder: 'Reminded of an open alarm',
    acknowledged: 'Acknowledged an alarm',
    viewed: 'Viewed alarms',
    told: 'Mailed about alarms',
    'quiet-hours': 'Changed the quiet hours of alarm mails',
  },
  counters: {
    corrected: 'Corrected a counter',
    'paper-chosen': 'Changed which paper sizes are counted',
    'zone-chosen': 'Changed the reporting time zone',
  },
  departments: {
    named: 'Named departments',
  },
  toner: {
    low: 'Toner or ink ran low',
    refilled: 'Toner or ink was refilled',
    'manager-chosen': 'Chose who looks after toner and ink',
  },
} as const;
