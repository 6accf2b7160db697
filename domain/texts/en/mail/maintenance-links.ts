export default {
  'link-words': {
    all: 'all, those registered later too',
    see: 'see',
    configure: 'see and change settings',
    noEnd: 'none',
  },
  'link-begun': {
    subject: '{customer} has linked you for maintenance',
    text: `{customer} has linked you at {site} to look after what is named below. The link is in force already.

Customer: {customer}
For: {devices}
You may: {rights}
Last day: {untilOn}

Everything about it is shown here. If you do not look after it, you can decline there at any time.
{page}`,
  },
  'link-begun-own': {
    subject: 'A dealer was linked',
    text: `This dealer was linked at {site} to look after what is named below. The link is in force already.

Dealer: {dealer}
For: {devices}
It may: {rights}
Last day: {untilOn}

You can change or end it at any time here:
{page}

If you know nothing of this, please end it and tell the desk below at once.`,
  },
  'link-changed': {
    subject: '{customer} has changed a maintenance link',
    text: `{customer} has changed a maintenance link at {site}. This is what holds now.

Customer: {customer}
For: {devices}
You may: {rights}
Last day: {untilOn}

{page}`,
  },
  'link-ended-by-customer': {
    subject: '{customer} has ended a maintenance link',
    text: `{customer} has ended a maintenance link at {site}. What you looked after by it is no longer shown to you.

The link that ended is shown here:
{page}`,
  },
  'link-ended-by-dealer': {
    subject: '{dealer} has ended a maintenance link',
    text: `{dealer} has declined or ended a maintenance link at {site}. It no longer sees these devices of yours.

For: {devices}

To have another dealer look after them, ask that dealer for its login ID and phone number and link it.
{page}`,
  },
  'dealers-guessed': {
    subject: 'Somebody keeps failing to name a dealer',
    text: `At {site} an organization has failed {misses} times within an hour to name a dealer by login ID and phone number. No more are looked at for a while.

Organization: {organization}

It may be mistyped, or somebody may be looking for dealers. Please ask the customer where needed.`,
  },
};
