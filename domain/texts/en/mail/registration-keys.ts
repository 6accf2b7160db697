export default {
  'file-refused': {
    subject: 'A file of many wrong activation keys was refused',
    text: `At {site} a file was refused because more rows than allowed name activation keys that are unknown, have another registration ID, or serve another device.

Organization: {organization}
Rows of the file: {rows}
Such rows: {guesses}

This may be the wrong file, or somebody guessing. Please ask the organization.`,
  },
  'registration-keys': {
    subject: 'Your registration keys',
    text: `These registration keys were issued at {site}.

Device ID: {deviceId} ({category})
Installation site: {installation}

{keys}

Type them into the unit one at a time, and keep them in a safe place.`,
    key: `{number}. Registration key: {registrationKey}
   Product number: {productNumber}
   Purpose: {purpose}
   Activation key: {activationKey}`,
    'no-installation': 'not stored',
  },
  'registration-key-moved': {
    subject: 'An activation key now serves another device ID',
    text: `The operator of {site} has moved an activation key that your organization uses to another device ID.

Activation key: {activationKey}
Product number: {productNumber}
Purpose: {purpose}

Device ID until now: {from}
New device ID: {to}
New registration key: {registrationKey}
Reason: {reason}

Please type the new registration key into the new unit.
The earlier registration key stays valid on the unit with the earlier device ID.

If you know nothing of this, please ask the desk below.`,
  },
} as const;
