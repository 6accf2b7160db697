export default {
  'toner-low': {
    subject: '{count, plural, one {Toner or ink is low} other {# supplies are low}}: {name}',
    text: `At {site} toner or ink of this device is low. Please have new ones ready.

Device: {name}
Serial number: {serial}
Model: {model}

{lines}

The device:
{page}

What there is to order for all of your devices:
{order}

You are told of each of these once, until it is refilled.`,
    line: '{name}: {percent}% left',
    ordered: '{name} (to order: {order})',
  },
  'toner-manager-left': {
    subject: '{count, plural, one {A device has no toner manager} other {# devices have no toner manager}} any more',
    text: `Somebody who was told when toner or ink is low does not belong to your organization at {site} any more. Nobody is told about these devices now:

{lines}

Please choose somebody else:
{page}`,
    line: '- {name} ({serial})',
    bare: '- {serial}',
    more: '- {count, plural, one {one more device} other {# more devices}}',
  },
} as const;
