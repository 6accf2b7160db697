export default {
  startedAt: 'Began',
  endedAt: 'Ended',
  by: 'Organization',
  of: 'On behalf of',
  user: 'User',
  reason: 'Reason',
  done: 'Things done',
} as const;
