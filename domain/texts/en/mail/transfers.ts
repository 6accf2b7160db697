export default {
  'transfer-offered': {
    subject: '{from} offers you a device',
    text: `{from} would like to hand over this device to you.

Model: {model}
Serial number: {serial}

Until {until}, please look at the offer and take the device over or decline. If you have no account at {site} yet, sign up with this mail address first.
{page}

Until you take it over, nothing changes. If you know nothing of this, please ignore this mail.`,
  },
  'transfer-begun': {
    subject: 'You have offered a device',
    text: `At {site}, {user} has offered this device to somebody else.

Model: {model}
Serial number: {serial}
Offered to: {to}
Until: {until}

When it is taken over, it leaves your list, and dealers who looked after it no longer see it. Until then you can withdraw the offer:
{page}

If you know nothing of this, please withdraw it at once and tell the contact below.`,
  },
  'transfer-ordered': {
    subject: 'A device is to pass to another owner',
    text: `The desk of {site} has begun to pass a device that you registered to another owner.

Model: {model}
Serial number: {serial}
Reason: {reason}

After {opens} the new owner can take it over. Until then, nothing changes.

If you object, please tell the contact below before {opens}.`,
  },
  'transfer-ordered-to': {
    subject: 'You can take over a device soon',
    text: `The desk of {site} has begun to hand over this device to you.

Model: {model}
Serial number: {serial}

You can take it over from {opens} until {until}. If you have no account at {site} yet, sign up with this mail address first.
{page}

If you know nothing of this, please tell the contact below.`,
  },
  'transfer-given': {
    subject: 'A device has passed to {to}',
    text: `At {site}, this device has passed to {to}.

Model: {model}
Serial number: {serial}
When: {at}

It has left your list. What you had entered about it, such as its installation site and remarks, is not shown to the new owner.`,
  },
  'transfer-given-by-order': {
    subject: 'A device has passed to another owner',
    text: `At {site}, this device has passed to another owner.

Model: {model}
Serial number: {serial}
When: {at}

It has left your list. What you had entered about it, such as its installation site and remarks, is not shown to the new owner.
If you have questions, please ask the contact below.`,
  },
  'transfer-taken': {
    subject: 'You have taken over a device',
    text: `At {site}, {organization} has taken over this device.

Model: {model}
Serial number: {serial}
When: {at}
{dealers, select, none {Dealers who looked after it until now do not see your devices.} other {Dealers who may see your devices: {dealers}}}

Please enter its installation site here:
{page}`,
  },
  'transfer-ended': {
    subject: 'A device was not handed over',
    text: `At {site}, this device was not handed over.

Model: {model}
Serial number: {serial}
Why: {how, select, declined {the other side declined} withdrawn {the offer was withdrawn} other {the desk stopped it}}

Its owner is as before.`,
  },
  'device-replaced': {
    subject: 'A device was exchanged',
    text: `The desk of {site} has exchanged a device of {organization}.

Model: {model}
Serial number until now: {old}
New serial number: {serial}

What you had entered and the warranty have moved to the new serial number. Its unlock code and the like are new. The old device can no longer be registered.
{page}`,
  },
  'end-reported': {
    subject: 'The end of use of a device was reported',
    text: `{organization} reports that a device is out of use.

Model: {model}
Serial number: {serial}
Out of use since: {endedOn}
Reason: {reason}

Please set the end of use or decline:
{page}`,
  },
  'device-ended': {
    subject: 'The end of use of a device was set',
    text: `The desk of {site} has set the end of use of this device.

Model: {model}
Serial number: {serial}
Out of use since: {endedOn}

It stays in your list as out of use, with its codes. It is no longer in the owner's club, and can be neither handed over nor registered again.
If you know nothing of this, please tell the contact below.`,
  },
  'end-declined': {
    subject: 'About the end of use that you reported',
    text: `The end of use of this device, which you reported to {site}, was not set.

Model: {model}
Serial number: {serial}
Answer: {answer}

Its registration is as before. If you have questions, please ask the contact below.`,
  },
  'device-released': {
    subject: 'A device out of use has left your list',
    text: `The desk of {site} has ended the registration of this device, which is out of use.

Model: {model}
Serial number: {serial}

It has left your list, and somebody else can register it.
If you have questions, please ask the contact below.`,
  },
  'claim-released': {
    subject: 'A wrong registration of a device was ended',
    text: `The desk of {site} has ended the registration of this device, because it is not yours.

Model: {model}
Serial number: {serial}
Reason: {reason}

It has left your list; what it reported until now stays with you.
If this is a mistake, please ask the contact below.`,
  },
} as const;
