export default {
  'alarms-told': {
    subject: '{count, plural, one {Alarm: {what} ({serial})} other {# alarms}}',
    text: `At {site} there is news about alarms of devices. {open, plural, =0 {None of these is open any more.} one {One of these is open.} other {# of these are open.}}

{lines}

What to do about it, and where to say that you have taken note of it:
{page}`,
    at: '{serial} ({where})',
    raised: `New, {severity}: {what}
{serial}
Since {since}`,
    flapping: `Comes and goes, {severity}: {what}
{serial}
Since {since}. You are told again when it has been quiet for an hour.`,
    reminder: `Still open, {severity}: {what}
{serial}
Since {since}`,
    cleared: `Over: {what}
{serial}
From {since} until {until}`,
    passed: `Came and went: {what}
{serial}
From {since} until {until}`,
    more: '{count, plural, one {One more alarm is} other {# more alarms are}} in the list.',
  },
} as const;
