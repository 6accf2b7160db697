/** Files about maintenance links. */
export default {
  'maintenance-links': {
    dealer: 'Dealer',
    customer: 'Customer',
    devices: 'For',
    rights: 'May',
    begunAt: 'Linked at',
    untilOn: 'Last day',
    state: 'State',
    endedAt: 'Ended at',
    all: 'All, those registered later too',
    see: 'See',
    configure: 'See and change settings',
    states: {
      running: 'In force',
      'ended-by-customer': 'Ended by the customer',
      'ended-by-dealer': 'Ended by the dealer',
      expired: 'Last day over',
      lapsed: 'Nothing left',
    },
  },
} as const;
