export default {
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
  invitation: {
    subject: 'Your new account',
    text: `Dear {name},

{by} has made an account for you at {site}.
Please open this link and set your password.

Login ID: {loginId}
(capital and small letters differ)

Set your password:
{link}

The link is good until: {expires}
It works once. When it has run out, you can get a new one here:
{forgotten}

If you did not expect this, please tell the desk below. Nobody can use the account before a password is set.`,
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
  'codes-guessed': {
    subject: 'Many wrong codes are being entered',
    text: `At {site} more than {failures} wrong codes were entered within one minute. Somebody may be guessing at the codes of many people.

Each code allows five tries only. Until {until} a code also counts only in the browser in which it was asked for. Nobody else is slowed.

Nothing has to be done now. If you get this mail again and again, look at where the requests come from and block them in front of the server.`,
  },
} as const;
