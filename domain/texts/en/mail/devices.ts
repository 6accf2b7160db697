export default {
  'device-fact': '{heading}: {value}',
  'device-registered': {
    subject: 'A device was registered',
    text: `This device was registered at {site}.

Serial number: {serial}
Model: {model} ({type})
{facts}

Everything about it is shown here:
{page}

If you know nothing of this, please tell the desk below at once.`,
  },
  'device-changed': {
    subject: 'The data of a device were changed',
    text: `{by}

Serial number: {serial}
Model: {model}

{fields}

The new values are not in this mail. Please see them here:
{page}

If you know nothing of this, please tell the desk below at once.`,
    line: '- {field}: changed',
    'by-user': 'These data of a device registered at {site} were changed.',
    'by-operator': 'The operator of {site} has changed these data of a device.',
  },
  'warranty-lengthened': {
    subject: 'An edit made a warranty longer',
    text: `At {site} somebody has changed the date of purchase of a device so that its warranty is longer than before.

Organization: {organization}
Serial number: {serial}
Model: {model}
Date of purchase now: {purchasedOn}
Warranty until: {warrantyUntil}

It stays marked in the list of devices until an operator has looked at it.`,
  },
  'club-joined': {
    subject: 'You have joined the owner’s club',
    text: `At {site} your organization has joined the owner’s club with all its devices, those to come as well.

Devices now: {devices}

You can leave the club at any time:
{login}`,
  },
  'club-left': {
    subject: 'You have left the owner’s club',
    text: `At {site} your organization has left the owner’s club with all its devices.

Devices now: {devices}

You can join again at any time:
{login}`,
  },
  'serials-guessed': {
    subject: 'Many serial numbers were tried',
    text: `At {site} somebody has entered {misses} serial numbers within an hour that cannot be registered. Until an hour is over no more are looked at.

Organization: {organization}

This may be a pile of labels that were read badly, or somebody guessing. Please ask the organization.`,
  },
} as const;
