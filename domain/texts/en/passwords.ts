export default {
  logIn: {
    forgotten: 'Forgotten your password?',
    forgottenId: 'Forgotten your login ID?',
    expiredElse:
      'If somebody handed you an initial password and its time is over, or if you can get no mail, ask them or the contact of this site for a new one.',
    setAnew: 'Have a mail sent to set a new one',
  },
  forgotten: {
    title: 'Forgotten password',
    leadLink: 'We mail you a link with which you set a new password.',
    leadCode: 'We mail you a code with which you set a new password.',
    loginId: 'Login ID',
    loginIdSupport: 'Upper and lower case count.',
    mail: 'Mail address',
    mailSupport: 'The address of your account.',
    submit: 'Send the mail',
    forgottenId: 'If you do not know your login ID, <link>have it mailed to you</link> first.',
  },
  sent: {
    title: 'Please look into your mail',
    text: 'If there is such an account, a mail with a link is on its way to its address. The link is good for {life} and can be used once.',
    idsText: 'If there are accounts with this address, a mail with their login IDs is on its way to it.',
    missing:
      'No mail? Please look into the junk folder, and check what you typed. An address gets at most five such mails an hour; only the newest one counts.',
    idsMissing:
      'No mail? Please look into the junk folder, and check what you typed. An address gets at most five such mails an hour.',
    again: 'Ask once more',
    toReset: 'Forgotten your password as well?',
    logIn: 'To the login page',
  },
  code: {
    title: 'Set a new password',
    lead: 'If there is such an account, a mail with a code is on its way to its address. The code is good for {life}. Please enter it here together with your new password.',
    code: 'Confirmation code',
    codeSupport: 'The digits in the newest mail; full width is fine.',
    proved: 'The code is right. Please choose the new password now.',
    submit: 'Set the password',
    missing: 'No mail? Please look into the junk folder, or have a new code sent.',
    again: 'Have a new code sent',
    over: 'Please begin again: the time for setting the password is over.',
  },
  noWay:
    'No mail comes, or you cannot read mails to this address any more? Please ask the <link>contact of this site</link>.',
  forgottenId: {
    title: 'Forgotten login ID',
    lead: 'We mail you all login IDs that belong to your mail address.',
    submit: 'Send the mail',
  },
  renew: { text: 'Please have a new link sent.', button: 'Have a new link sent' },
  change: {
    title: 'Change the password',
    lead: 'After the change you stay logged in here and are logged out everywhere else.',
    owedTitle: 'Set a new password',
    owedLead:
      'Your password has expired, or somebody else chose it for you. Please set a new one; after that you are taken to where you wanted to go.',
    present: 'Present password',
    next: 'New password',
    again: 'New password (again)',
    submit: 'Change the password',
    logOut: 'Log out',
    done: 'The password was changed. You were logged out everywhere else, and a mail tells you of it.',
    back: 'To my account data',
  },
} as const;
