/** Files about API keys. */
export default {
  'api-keys': {
    name: 'Name',
    begins: 'Begins with',
    state: 'State',
    scopes: 'Scopes',
    maker: 'Made by',
    createdAt: 'Made at',
    endsAt: 'Ends at',
    lastUsedAt: 'Last used at',
    lastAddress: 'Last used from',
  },
  'api-key-states': {
    active: 'active',
    ended: 'ended',
    revoked: 'revoked',
    stopped: 'stopped: its maker left',
  },
} as const;
