export default {
  'sign-up': {
    requested: 'Asked to sign up',
    'not-mailed': 'Asked to sign up and was not mailed',
    'code-refused': 'Entered a wrong code at sign-up',
    'phone-refused': 'Entered a wrong phone number at sign-up',
    proved: 'Proved the mail address of a sign-up',
    withdrawn: 'Withdrew a sign-up',
  },
  user: {
    created: 'Created a user',
    invited: 'Mailed a user a link to set the password',
    changed: 'Changed their own display settings',
    erased: 'Erased a person’s data',
  },
  login: {
    done: 'Logged in',
    ended: 'Logged out',
    refused: 'Was refused at login',
    'second-step': 'Went on to the second step of a login',
  },
  'login-id': {
    changed: 'Changed the login ID',
  },
  'login-ids': {
    asked: 'Asked for forgotten login IDs and was mailed them',
    'not-mailed': 'Asked for forgotten login IDs and was not mailed',
  },
  account: {
    changed: 'Changed account data',
  },
  address: {
    corrected: 'Corrected a user’s mail address',
  },
  'mail-change': {
    asked: 'Asked to change the mail address',
    'given-up': 'Gave up changing the mail address',
  },
  mail: {
    changed: 'Changed the mail address',
    removed: 'Removed the mail address',
    dead: 'A mail could not be delivered',
    'handed-again': 'Had a mail sent again',
  },
  password: {
    changed: 'Changed the password',
    refused: 'Entered a wrong current password',
  },
  'password-reset': {
    asked: 'Asked to reset the password',
    'not-mailed': 'Asked to reset a password and was not mailed',
    'code-refused': 'Entered a wrong code when resetting the password',
    proved: 'Proved who they are when resetting the password',
  },
  'temporary-password': {
    unanswered: 'Told that users with a temporary password have not logged in',
  },
  consent: {
    given: 'Agreed to documents',
    declined: 'Declined documents',
  },
  news: {
    agreed: 'Agreed to news about products by mail',
    withdrawn: 'Withdrew from news about products by mail',
  },
  session: {
    ended: 'Ended another session of their own',
    'others-ended': 'Ended all other sessions of their own',
  },
  'second-factor': {
    on: 'Switched second-factor login on',
    off: 'Switched second-factor login off',
    refused: 'Was refused at the second step',
  },
  totp: {
    added: 'Added an authenticator app',
    removed: 'Removed the authenticator app',
  },
  passkey: {
    added: 'Added a passkey',
    removed: 'Removed a passkey',
    renamed: 'Renamed a passkey',
  },
  'recovery-code': {
    used: 'Used a recovery code',
  },
  'recovery-codes': {
    made: 'Made new recovery codes',
  },
  codes: {
    guessed: 'Many wrong codes were entered; codes are checked more strictly',
  },
} as const;
