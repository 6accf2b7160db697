export default {
  organization: 'Organization',
  loginId: 'Login ID',
  user: 'User',
  mail: 'Mail address',
  kind: 'Kind',
  country: 'Country',
  role: 'Role',
  signedUp: 'Signed up',
  lastLogin: 'Last login',
  kinds: { maker: 'Maker', dealer: 'Dealer', customer: 'Customer' },
  roles: { owner: 'Owner', manager: 'Manager', member: 'Member', viewer: 'Viewer' },
} as const;
