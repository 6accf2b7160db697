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
If you know nothing of this, please ignore this mail; no account will be made.

If you do not agree to this use of your data, please withdraw here. What you entered is then deleted:
{withdraw}`,
  },
  'sign-up-code': {
    subject: 'Your confirmation code',
    text: `Dear {name},

We have received your sign-up for {site}. It is not finished yet.
Please type this code into the sign-up page.

Confirmation code: {code}

Good until {expires}.
If you asked for another code, only the last one counts.

If you know nothing of this, please ignore this mail.

If you do not agree to this use of your data, please withdraw here. What you entered is then deleted:
{withdraw}`,
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

If you forget your login ID, or know nothing of this account, please ask the desk below.

If you do not agree to the use of your data, please withdraw here until {until}. The account is then closed and your personal data are deleted:
{withdraw}`,
  },
  'account-changed': {
    subject: 'Your account data were changed',
    text: `Dear {name},

{by}

Login ID: {loginId}

{fields}

The values themselves are not in this mail. You can see them here:
{account}

If you know nothing of this, please ask the desk below at once.`,
    line: '- {field}: changed',
    'by-user': 'These data of your account at {site} were changed.',
    'by-operator': 'The desk of {site} changed these data of your account.',
  },
  'mail-change-link': {
    subject: 'Please confirm your new mail address',
    text: `Dear {name},

You asked for this to become the mail address of your account at {site}.
Nothing has changed yet. Please open this link and confirm it.

Login ID: {loginId}

Confirm the address:
{link}

The link is good until {expires} and can be used once. If you asked again, only the link in the newest mail counts.

If you know nothing of this, please ignore this mail; the address will not be used.`,
  },
  'mail-change-taken': {
    subject: 'About a change of mail address',
    text: `Somebody wanted to use this mail address for another account at {site}.
The address has an account already, so nothing was changed.

If it was you, please log in with the account you have:
{login}

If it was not, there is nothing you need to do.`,
  },
  'mail-change-warning': {
    subject: 'A change of your mail address was asked for',
    text: `Dear {name},

Somebody who knows your password asked to change the mail address of your account at {site} to {mail}.
Nothing has changed yet: the new address has to be confirmed first.

Login ID: {loginId}

If it was you, there is nothing you need to do here.
If it was not, please change your password at once, which also ends this request:
{password}`,
  },
  'mail-changed': {
    subject: 'Your mail address was changed',
    text: `Dear {name},

The mail address of your account at {site} is now {mail}. Your password is the same as before.
{login}

{page}

If you know nothing of this, please ask the desk below at once.`,
    'login-changed': 'From now on please log in with the new address. You were logged out everywhere.',
    'login-same': 'Your login ID is the same as before.',
  },
  'login-id-changed': {
    subject: 'Your login ID was changed',
    text: `Dear {name},

Your login ID at {site} was changed. The one before cannot be used any more.

Login ID: {loginId}
(capital and small letters matter)

Log in:
{login}

Your password is the same as before. You were logged out on all other browsers.
If you know nothing of this, please ask the desk below at once.`,
  },
  'reset-link': {
    subject: 'Set a new password',
    text: `Dear {name},

A new password was asked for at {site}.
Please open this link and set it.

Login ID: {loginId}
(capital and small letters matter)

Set the new password:
{link}

The link is good until {expires} and can be used once.
If you asked more than once, only the last link counts.

If it was not you, there is nothing you need to do: your password stays as it is.`,
  },
  'reset-code': {
    subject: 'Your code for a new password',
    text: `Dear {name},

A new password was asked for at {site}.
Please type your login ID and this code into the page on which you asked.

Login ID: {loginId}
Confirmation code: {code}

Good until {expires}.
If you asked more than once, only the last code counts.

If it was not you, there is nothing you need to do: your password stays as it is. Please give this code to nobody.`,
  },
  'login-ids': {
    subject: 'Your login IDs',
    text: `The login IDs of this mail address were asked for at {site}.

{ids}

(capital and small letters matter)

Log in:
{login}

If you have forgotten the password as well:
{forgotten}

If it was not you, there is nothing you need to do.`,
    id: `Login ID: {loginId}
   {organization}`,
  },
  'password-changed': {
    subject: 'Your password was changed',
    text: `Dear {name},

The password of your account at {site} was changed.

Login ID: {loginId}
Changed: {changed}

You were logged out on all other devices.

If it was not you, please set a new password at once and tell the desk below:
{forgotten}`,
  },
  'import-kinds': { 'activation-keys': 'Import of activation keys', 'bulk-issue': 'Registration keys by file' },
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
  'file-refused': {
    subject: 'A file of many wrong activation keys was refused',
    text: `At {site} a file was refused because more rows than allowed name activation keys that are unknown, have another registration ID, or serve another device.

Organization: {organization}
Rows of the file: {rows}
Such rows: {guesses}

This may be the wrong file, or somebody guessing. Please ask the organization.`,
  },
  'codes-guessed': {
    subject: 'Many wrong codes are being entered',
    text: `At {site} more than {failures} wrong codes were entered within one minute. Somebody may be guessing at the codes of many people.

Each code allows five tries only. Until {until} a code also counts only in the browser in which it was asked for. Nobody else is slowed.

Nothing has to be done now. If you get this mail again and again, look at where the requests come from and block them in front of the server.`,
  },
  'passkey-added': {
    subject: 'A passkey was added',
    text: `Dear {name},

A passkey was added to your account at {site}.

Login ID: {loginId}
Passkey: {passkey}

Your passkeys:
{security}

If you know nothing of this, remove the passkey, change your password, and ask the desk below.`,
  },
  'passkey-removed': {
    subject: 'A passkey was removed',
    text: `Dear {name},

A passkey was removed from your account at {site}. It opens nothing any more.

Login ID: {loginId}
Passkey: {passkey}

Your passkeys:
{security}

If you know nothing of this, change your password and ask the desk below.`,
  },
  'totp-added': {
    subject: 'An authenticator app was set up',
    text: `Dear {name},

An authenticator app was set up for your account at {site}. From now on its codes are asked for when you log in.

Login ID: {loginId}

Your security settings:
{security}

If you know nothing of this, change your password at once and ask the desk below.`,
  },
  'totp-removed': {
    subject: 'The authenticator app was removed',
    text: `Dear {name},

The authenticator app was removed from your account at {site}. Its codes are good no more.

Login ID: {loginId}

Your security settings:
{security}

If you know nothing of this, change your password at once and ask the desk below.`,
  },
  'recovery-codes-made': {
    subject: 'New recovery codes were made',
    text: `Dear {name},

New recovery codes were made for your account at {site}. Those before are good no more.

Login ID: {loginId}

Your security settings:
{security}

If you know nothing of this, change your password at once and ask the desk below.`,
  },
  'recovery-code-used': {
    subject: 'A recovery code was used',
    text: `Dear {name},

Somebody logged in to your account at {site} with a recovery code.

Login ID: {loginId}
Recovery codes left: {left}

When few are left, make new ones:
{security}

If it was not you, change your password at once, make new recovery codes, and ask the desk below.`,
  },
  'second-factor-off': {
    subject: 'Your second factor is off',
    text: `Dear {name},

The last second factor of your account at {site} was removed, and the recovery codes with it. From now on the password alone opens the account.

Login ID: {loginId}

To set one up again:
{security}

If you know nothing of this, change your password at once and ask the desk below.`,
  },
  'second-factor-taken-off': {
    subject: 'An operator took your second factor off',
    text: `Dear {name},

An operator of {site} took the second factor off your account, and you were logged out everywhere. From now on the password alone opens the account.

Login ID: {loginId}
Reason: {reason}

Please set a second factor up again:
{security}

If you know nothing of this, please ask the desk below at once.`,
  },
  'second-factor-taken-off-password': {
    subject: 'An operator took your second factor off; please set a new password',
    text: `Dear {name},

An operator of {site} took the second factor off your account, and you were logged out everywhere. Without it a longer password is needed, so the one you had is good no more.

Login ID: {loginId}
Reason: {reason}

Set a new password here:
{link}

The link is good until {expires} and can be used once.

If you know nothing of this, please ask the desk below at once.`,
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
