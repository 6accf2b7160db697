export default {
  title: 'Please read and agree',
  lead: 'The following has been issued or changed since your last visit. You can go on once you have agreed.',
  version: 'In force since {date}',
  area: 'Text of “{name}”',
  agree: 'Agree and go on',
  decline: 'Do not agree',
  declined: {
    title: 'You did not agree',
    text: 'You were logged out. Nothing of your account was changed or deleted. You can log in again at any time; you are then asked once more.',
    contact:
      'If you have questions about the documents, or wish to end your account, please ask the contact of this site.',
    logIn: 'To the login page',
  },
  history: {
    title: 'Documents and consents',
    lead: 'The documents of this site, and which versions you agreed to.',
    inForce: 'In force today',
    agreed: 'What you agreed to',
    document: 'Document',
    versionColumn: 'Version',
    agreedAt: 'Agreed on',
    none: 'You have not been asked to agree to anything.',
    noneHint: 'What you agree to stands here, with its version and the day.',
    noDocuments: 'This site has no documents to agree to.',
    noDocumentsHint: 'If there is one some day, you are asked when you log in, and it stands here.',
    not: 'not yet agreed',
  },
} as const;
