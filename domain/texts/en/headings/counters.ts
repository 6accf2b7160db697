import places from '../counter-places.ts';

/** Files about counters. */
export default {
  counters: {
    name: 'Name',
    serial: 'Serial number',
    model: 'Model',
    building: 'Building',
    place: 'Place',
    group: 'Group',
    period: 'Period',
    ...places,
    marks: 'Remarks',
  },
  'counter-notes': {
    usage: 'Usage, {from} to {to}',
    cumulative: 'Cumulative values, {from} to {to}',
    asOf: 'Figures as of {time}. Days and months are those of the time zone {zone}.',
    use: 'They show the real use of the devices. They are not what is invoiced.',
    gaps: 'An empty cell means that there is no reading. Single figures for a time in which the device or its connection was down cannot be had later.',
    models: 'Some models do not count by paper size, colour mode or function; their cells there are empty.',
    paperDays: 'Paper sizes are kept by day from {first} on.',
  },
  'counter-marks': {
    first: 'since installation',
    gap: 'covers periods without a reading',
    restart: 'the counter began anew',
    adjustment: 'adjustment of {month}, received after it was closed',
  },
} as const;
