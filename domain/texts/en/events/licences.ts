export default {
  licences: {
    assigned: 'Assigned licences',
    planned: 'Planned an assignment of licences',
    'plan-cancelled': 'Cancelled a planned assignment',
    'plan-failed': 'A planned assignment could not be carried out',
    placed: 'Placed a licence on a device',
    moved: 'Moved a licence to another device',
    freed: 'Took a licence off a device',
    'set-aside': 'Set a licence aside for a device',
    'renewal-chosen': 'Chose whether licences renew',
    'taken-over': 'The next licence took over',
    expired: 'Licences expired',
    reminded: 'Reminded of licences that end',
    handed: 'Handed assigned licences to another organization',
    ordered: 'Took an order of licences',
    refunded: 'Refunded licences',
    'passed-on': 'Passed stock on',
    returned: 'Returned stock',
  },
  'licence-orders': {
    imported: 'Imported orders of licences',
  },
} as const;
