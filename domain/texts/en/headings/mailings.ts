import texts from '../mailings.ts';

/** Files about mailings and consents. */
export default {
  mailings: {
    createdAt: 'Sent at',
    title: 'Notice',
    kind: 'Kind',
    to: 'To',
    state: 'State',
    receivers: 'Receivers',
    sent: 'Delivered to the mail server',
    failed: 'Failed',
    dropped: 'Not sent any more',
    withdrawn: 'Withdrawn since',
    by: 'Sent by',
  },
  'news-consents': {
    name: 'Name',
    loginId: 'Login ID',
    mail: 'Mail address',
    organization: 'Organization',
    news: 'News by mail',
    since: 'Since',
    way: 'By',
  },
  'mailing-kinds': texts.kinds,
  'mailing-aims': texts.aims,
  'mailing-states': texts.states,
  'news-answers': texts.answers,
  'news-ways': texts.ways,
} as const;
