export default {
  organization: 'Customer',
  name: 'Name',
  mail: 'Mail address',
  state: 'State',
  temporarySince: 'Temporary password since',
  since: 'Added',
  lastLogin: 'Last login',
  states: {
    invited: 'Invited',
    temporary: 'Temporary password',
    unproved: 'Address not confirmed',
    proved: 'In use',
  },
} as const;
