export default {
  'mail-notices-changed': {
    subject: 'Your mail notices were changed',
    text: `Dear {name},

an administrator of your organization has changed what {site} mails you about. From now on it is:
{events}

You can change this yourself at any time:
{page}`,
  },
} as const;
