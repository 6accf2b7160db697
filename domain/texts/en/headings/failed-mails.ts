/** Files of mails that could not be handed over. */
export default {
  triedAt: 'Last tried',
  recipient: 'To',
  loginId: 'Login ID',
  organization: 'Organization',
  about: 'After',
  subject: 'Subject',
  answer: 'What the mail server said',
  tries: 'Tries',
  state: 'State',
  nextTryAt: 'Next try',
  states: { 'given-up': 'Given up', waiting: 'Tried again' },
} as const;
