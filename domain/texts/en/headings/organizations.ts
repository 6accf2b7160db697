/** Files about organizations and their people. */
export default {
  members: {
    name: 'Name',
    loginId: 'Login ID',
    mail: 'Mail address',
    role: 'Role',
    since: 'Since',
    lastLogin: 'Last login',
    roles: { owner: 'Owner', manager: 'Manager', member: 'Member', viewer: 'Viewer' },
  },
  invitations: {
    name: 'Name',
    mail: 'Mail address',
    role: 'Role',
    inviter: 'Invited by',
    sentAt: 'Sent',
    expiresAt: 'Link good until',
  },
  organizations: {
    name: 'Organization',
    kind: 'Kind',
    parent: 'Stands below',
    users: 'Users',
    since: 'Since',
    closed: 'Closed',
    kinds: { dealer: 'Dealer', customer: 'Customer' },
  },
} as const;
