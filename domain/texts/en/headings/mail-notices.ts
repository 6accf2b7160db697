/** Files about mail notices. */
export default {
  'mail-notices': {
    name: 'Name',
    loginId: 'Login ID',
    role: 'Role',
    mail: 'Notification address',
    events: 'Mailed about',
  },
  'mail-notice-events': {
    none: 'nothing',
    'service-call': 'Service calls',
    error: 'Errors',
    warning: 'Warnings',
    silence: 'Silence',
    'toner-low': 'Low toner or ink',
    'monthly-report': 'Monthly report',
  },
} as const;
