/** Headings of the columns of imported and exported files, by kind of file. */
export default {
  'activation-keys': {
    number: 'Activation key number',
    registrationId: 'Registration ID',
    productNumber: 'Product number',
    purpose: 'Purpose',
    category: 'Category',
    importedAt: 'Imported',
    issued: 'Use',
    used: 'Used',
    unused: 'Not used',
  },
  'registration-keys': {
    issuedAt: 'Issued',
    organization: 'Organization',
    deviceId: 'Device ID',
    activationKey: 'Activation key number',
    productNumber: 'Product number',
    purpose: 'Purpose',
    category: 'Category',
    registrationKey: 'Registration key',
    installation: 'Installation site',
  },
  files: {
    'activation-keys': 'Activation keys',
    'registration-keys': 'Issued keys',
  },
} as const;
