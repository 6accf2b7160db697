export default {
  'import-kinds': {
    'activation-keys': 'Import of activation keys',
    'bulk-issue': 'Registration keys by file',
    'manufactured-devices': 'Import of manufactured devices',
    'device-registrations': 'Device registration by file',
  },
  'import-done': {
    subject: 'Your file is done',
    text: `The file you handed over at {site} is done.

{kind}
File: {file}
Rows: {rows}

See and download the result here, after login:
{link}

No keys are written in this mail.`,
  },
  'import-refused': {
    subject: 'Your file could not be stored',
    text: `The file you handed over at {site} no longer fits what is stored there. Nothing was stored.

{kind}
File: {file}
Rows: {rows}
Cells to correct: {faults}

See what is wrong here, after login:
{link}`,
  },
  'import-failed': {
    subject: 'Your file could not be stored',
    text: `The file you handed over at {site} could not be stored because of a fault on our side. Nothing was stored.

{kind}
File: {file}
Rows: {rows}

Please upload it again here, after login:
{link}`,
  },
} as const;
