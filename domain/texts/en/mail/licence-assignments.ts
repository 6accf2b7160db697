/** Mails about licences that were assigned, by somebody or as planned. */
export default {
  'assignment-words': {
    years: '{count, plural, one {# year} other {# years}}',
    months: '{count, plural, one {# month} other {# months}}',
    line: '- {type}, {term}: {quantity}',
    lineUntil: '- {type}, {term}: {quantity}, until {lastDay}',
    reasons: {
      'stock-short': 'There were not so many in your stock.',
      'customer-unknown': 'It is none of your customers any more.',
      'device-unfit': 'The device for which it was meant is not the customer’s any more.',
      'device-not-renewing': 'The device for which it was meant is marked “do not renew”.',
      'device-over': 'The device for which it was meant had no licence any more, so nothing goes to it by itself.',
      'type-unknown': 'This type of licence is not offered any more.',
      'term-unknown': 'This term is not offered any more.',
    },
  },
  'licences-assigned': {
    subject: '{dealer} has assigned licences to you',
    text: `{dealer} has assigned licences to {customer}. The last day is the one on which each can still be used.

{licences}

You can register your devices now. A licence that is not needed yet waits and goes by itself to a device whose licence runs out.
{page}`,
  },
  'licence-plan-done': {
    subject: 'Planned licences were assigned to {customer}',
    text: `What was planned for {day} has been done: these licences were taken from your stock and assigned.

Customer: {customer}
{licences}

{page}`,
  },
  'licence-plan-failed': {
    subject: 'Planned licences could not be assigned to {customer}',
    text: `What was planned for {day} could not be done. Nothing was taken from your stock.

Customer: {customer}
{licences}
Reason: {reason}

It is not tried again. Please assign them yourself, or plan anew.
{page}`,
  },
} as const;
