export default {
  'registration-keys': {
    issued: 'Issued a registration key',
    'issued-by-file': 'Issued registration keys from a file',
    refused: 'Was refused a registration key',
    'file-refused': 'Sent a file for registration keys that was refused',
    viewed: 'Viewed registration keys',
    moved: 'Moved a registration key to another device ID',
  },
  'activation-keys': {
    imported: 'Imported activation keys',
    generated: 'Generated activation keys',
    renewed: 'Renewed activation keys',
    voided: 'Voided activation keys',
    delivered: 'Recorded the delivery of activation keys',
  },
  installation: {
    stored: 'Stored where a unit is installed',
  },
  'unlock-codes': {
    shown: 'Was shown an unlock code',
    harvested: 'Was shown many unlock codes',
  },
} as const;
