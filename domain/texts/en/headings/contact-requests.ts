import texts from '../contact-requests.ts';

/** Files about what people ask the operators. */
export default {
  'contact-requests': {
    createdAt: 'Sent at',
    state: 'State',
    kind: 'About',
    name: 'Name',
    loginId: 'Login ID',
    mail: 'Mail address',
    organization: 'Organization',
    device: 'Device',
    about: 'Device, key or licence as typed',
    text: 'Question',
  },
  'contact-request-kinds': texts.kinds,
  'contact-request-states': texts.states,
} as const;
