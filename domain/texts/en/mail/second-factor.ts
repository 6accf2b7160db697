export default {
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
} as const;
