/** Mails. Each has a subject and a text; the foot stands below every one. */
export default {
  someone: 'customer',
  foot: `----
{site}
{address}
Questions: {contact} {mail}
This mail was sent automatically; replies to this address are not read.`,
  'sign-up-link': {
    subject: 'Your login ID, and a link to set your password',
    text: `Dear {name},

We have received your sign-up for {site}. It is not finished yet.
Please open this link and set your password.

Login ID: {loginId}
(capital and small letters matter)

Set your password:
{link}

The link is good until {expires} and can be used once.

After that you can log in here:
{login}

Please keep your login ID in a safe place.
If you know nothing of this, please ignore this mail; no account will be made.`,
  },
  'sign-up-code': {
    subject: 'Your confirmation code',
    text: `Dear {name},

We have received your sign-up for {site}. It is not finished yet.
Please type this code into the sign-up page.

Confirmation code: {code}

Good until {expires}.
If you asked for another code, only the last one counts.

If you know nothing of this, please ignore this mail.`,
  },
  'sign-up-taken': {
    subject: 'About your sign-up',
    text: `Somebody asked for a new account at {site} with this mail address.
The address has an account already, so no new one was made.

If it was you, please log in with the account you have:
{login}

If it was not, there is nothing you need to do.`,
  },
  'account-ready': {
    subject: 'Your account is ready',
    text: `Dear {name},

Your account at {site} is ready.

Login ID: {loginId}

Log in:
{login}

If you forget your login ID, or know nothing of this account, please ask the desk below.`,
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
