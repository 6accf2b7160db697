export default {
  notice: {
    published: 'Published a notice',
    changed: 'Changed a notice',
    ended: 'Ended a notice',
    deleted: 'Deleted a notice',
  },
  mailing: {
    sent: 'Mailed a notice',
    tested: 'Mailed a notice to themselves as a test',
  },
  'contact-request': {
    opened: 'Asked the operators something',
    'form-full': 'The form for people who are not logged in took no more requests for an hour',
    answered: 'Answered a request',
    closed: 'Closed a request',
    reopened: 'Took a closed request up again',
    forgotten: 'Deleted a request whose time was over',
  },
  'maintenance-window': {
    planned: 'Planned maintenance',
    changed: 'Changed planned maintenance',
    ended: 'Ended maintenance',
    cancelled: 'Cancelled planned maintenance',
  },
} as const;
