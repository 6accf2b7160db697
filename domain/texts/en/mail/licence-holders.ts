export default {
  'licences-handed-off': {
    subject: 'Licences were moved to the right customer',
    text: `For {customer}

{count, plural, one {A licence that was} other {# licences that were}} assigned to this account by mistake went to the right customer. The desk of {site} has moved them.
Cameras they served have no licence from now on, until another one is chosen for them.

If you know nothing of this, please ask the desk below.`,
  },
  'licences-handed-on': {
    subject: 'Licences were moved to this customer',
    text: `For {customer}

The desk of {site} has moved {count, plural, one {a licence} other {# licences}} to this customer that had been assigned to another account by mistake. The dates stay as they were.
They wait until a camera is chosen for them.

If you know nothing of this, please ask the desk below.`,
  },
} as const;
