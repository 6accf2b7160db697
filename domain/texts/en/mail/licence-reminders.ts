export default {
  'licence-words': {
    renewed: '{over, select, yes {Renewed} other {Renewal settled}}: {count}',
    waiting: 'A waiting licence takes over by itself: {count}',
    'not-renewed': '{over, select, yes {Not renewed} other {No renewal in sight}}: {count}',
    unused: 'Not used by any device: {count}',
    line: '- {serial}{hasPlace, select, yes { ({place})} other {}}: {outlook}',
    'device-renewed': '{over, select, yes {goes on with its next licence} other {its next licence is settled}}',
    'device-waiting': 'a waiting licence takes over by itself',
    'device-not-renewed': '{over, select, yes {its licence has expired} other {no renewal in sight}}',
    'unused-line':
      '- {count, plural, one {# licence} other {# licences}} not used by any device: {over, select, yes {expired unused} other {about to expire unused}}',
    more: '- and {count, plural, one {# more device} other {# more devices}}',
    advice:
      'A licence for renewal loses no days when it is assigned on {from} or later. Assigned between {best} and {lastDay}, it lasts longest.',
    late: 'This reminder was due on {dueAt}. We are sorry that it comes late.',
  },
  'licence-reminder-customer': {
    subject:
      '{count, plural, one {# licence} other {# licences}} {over, select, yes {expired} other {to expire soon}} (last day {lastDay})',
    text: `{count} of your licences at {site} {over, select, yes {expired} other {will expire}} at the end of {lastDay}.

{lines}

Without a licence, a device can no longer do the following:
{stops}

Please talk to {dealer} about renewal.
{page}{late}`,
  },
  'licence-reminder-dealer': {
    subject:
      '{customer}: {count, plural, one {# licence} other {# licences}} {over, select, yes {expired} other {to expire soon}} (last day {lastDay})',
    text: `At {site}, {count, plural, one {# licence} other {# licences}} of the customer below {over, select, yes {expired} other {will expire}} at the end of {lastDay}.

Customer: {customer}
{counts}

{lines}{advice}

Without a licence, a device can no longer do the following:
{stops}

{page}{late}`,
  },
  'licence-reminder-above': {
    subject:
      'Customers of {dealer}: {count, plural, one {# licence} other {# licences}} {over, select, yes {expired} other {to expire soon}} (last day {lastDay})',
    text: `At {site}, {count, plural, one {# licence} other {# licences}} of customers of your sub-dealer {over, select, yes {expired} other {will expire}} at the end of {lastDay}, all customers together.

Sub-dealer: {dealer}
{counts}{advice}

The sub-dealer is told which customers these are.
{page}{late}`,
  },
} as const;
