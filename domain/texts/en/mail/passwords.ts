export default {
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
} as const;
