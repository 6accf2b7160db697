export default {
  position: 'Place in the log',
  at: 'When',
  user: 'Who',
  organization: 'Organization',
  onBehalfOf: 'On behalf of',
  what: 'What',
  object: 'What it was done to',
  changes: 'Before and after',
  address: 'From where',
  kind: 'Kind',
  id: 'ID',
} as const;
