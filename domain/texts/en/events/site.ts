export default {
  notice: {
    published: 'Published a notice',
    changed: 'Changed a notice',
    ended: 'Ended a notice',
    deleted: 'Deleted a notice',
  },
  'maintenance-window': {
    planned: 'Planned maintenance',
    changed: 'Changed planned maintenance',
    ended: 'Ended maintenance',
    cancelled: 'Cancelled planned maintenance',
  },
} as const;
