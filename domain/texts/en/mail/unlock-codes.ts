export default {
  'unlock-codes-harvested': {
    subject: 'Somebody opens many unlock codes',
    text: `At {site} one user opened {reads} unlock codes within an hour. Further ones are refused to this user for a while.

Organization: {organization}
User: {user}

This may be somebody who prints many certificates, or somebody who collects codes. Please ask the organization.`,
  },
} as const;
