/** Files of who agreed to a document of the site, or has to. */
export default {
  document: 'Document',
  version: 'Version',
  name: 'Name',
  loginId: 'Login ID',
  organization: 'Organization',
  userState: 'Account',
  agreedAt: 'Agreed on',
  userStates: { here: 'In use', left: 'Ended', erased: 'Erased' },
} as const;
