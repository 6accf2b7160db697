export default {
  menu: { departments: 'Departments' },
  list: {
    title: 'Departments',
    lead: 'What was used by department and month, of all devices that count by department.',
    name: 'Usage by department',
    empty:
      'No device has counted by department in these months. Whether a device can do so, and is set to, its own manual says.',
    toNames: 'Name departments',
    question: 'What to show',
    hint: 'At most 12 months can be shown at once.',
    show: 'Show',
    from: 'From',
    to: 'To',
    monthHelp: 'For example 2026-11',
    place: 'What is counted',
    department: 'Department',
    all: '{count, plural, one {# department} other {All # departments}}',
    devices: 'Devices',
    total: 'Total',
  },
  names: {
    title: 'Name departments',
    lead: 'Devices know departments by their IDs. What you enter here stands in lists and files beside the ID; without a name the ID stands there as it is.',
    none: 'There are no departments yet.',
    noneHint: 'They appear here as soon as a device counts by department.',
    of: 'Name of department {department}',
    save: 'Save names',
    saved: 'The names are saved.',
    meanwhile:
      'Somebody else has named departments meanwhile. What you typed still stands here; look at it and save again.',
    back: 'Back to departments',
  },
} as const;
