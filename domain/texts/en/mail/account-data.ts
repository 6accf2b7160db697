export default {
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
  'mail-removed': {
    subject: 'Your mail address was taken away',
    text: `Dear {name},

this mail address was taken away from your account at {site}. No more mails come here, and a forgotten password cannot be set anew by yourself as long as there is no address.

Login ID: {loginId}

If you know nothing of this, please ask the desk below at once.`,
  },
  'address-corrected': {
    subject: 'The mail address of an account was corrected',
    text: `Dear {name},

The desk of {site} has corrected the mail address of your account to {mail}.
The account now belongs to that address. Whoever used it until now was logged out everywhere, and the password and two-step login used so far no longer count.

To the new address goes a second mail with a link to set a password. Once it has run out, a new one can be asked for here:
{forgotten}

If you know nothing of this, please ask the desk below at once.`,
  },
  'temporary-password-unanswered': {
    subject: 'Customers who still use a temporary password',
    text: `Dear {dealer},

These customers still log in with the temporary password that you set for them:

{customers}
(since when the temporary password is in use)

When you have handed over, please ask them to answer “Yes, I want my own” at their next login: they then get a mail with a link to set a password that nobody else knows.

Your customers with temporary passwords:
{page}

You are reminded of each of them once.`,
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
} as const;
