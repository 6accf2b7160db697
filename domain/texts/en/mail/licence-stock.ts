export default {
  'stock-words': {
    years: '{count, plural, one {# year} other {# years}}',
    months: '{count, plural, one {# month} other {# months}}',
    line: '{type}, {term}: {quantity}',
    more: 'and {count} more',
  },
  'licences-ordered': {
    subject: 'Licences have been put into your stock',
    text: `What you ordered has been put into your stock at {site}. It loses no time while it lies there.

Order: {numbers}
{lines}

You can assign the licences to your customers at once:
{page}`,
  },
  'licences-refunded': {
    subject: 'Licences were taken out of your stock after a refund',
    text: `After a refund these licences were taken out of your stock at {site}. What is assigned to customers stays theirs.

Order: {numbers}
{lines}

Your stock is shown here. If you know nothing of this, please tell the desk below.
{page}`,
  },
  'licences-passed-on': {
    subject: '{from} has passed licences on to you',
    text: `{from} has passed these licences on to you at {site}. They are in your stock already.

{lines}

You can assign them to your customers at once, or give back what you do not need:
{page}`,
  },
  'licences-returned': {
    subject: '{from} has given licences back to you',
    text: `{from} has given these licences back to you at {site}. They are in your stock again.

{lines}

{page}`,
  },
} as const;
