export default {
  'period-unreadable': 'Choose a month, or by day a date.',
  'period-backwards': 'The end lies before the beginning. Choose a later end.',
  'period-future': 'This has not begun yet. Choose a period up to today.',
  'period-before-kept': 'There are no counters before {first}. Choose a later beginning.',
  'months-many': 'At most {max} months can be shown at once. Choose an end up to {last}.',
  'days-many': 'At most {max} months can be shown by day. Choose an end up to {last}.',
  'name-empty': 'Enter a name for the group.',
  'name-long':
    'The name is too long: at most {max} half-width characters, of which a full-width one counts two. It has {width}.',
  'name-character':
    "The character “{character}” cannot be used in a name. The symbols \" % & '' / ; < > \\ ¥ and half-width katakana are not allowed.",
  'name-taken': 'There is a group of this name already. Upper and lower case and width make no difference.',
  'groups-many': 'There can be at most {max} groups. Delete one that is no longer used.',
  'grouped-already': 'Some of these devices are in another group by now. Look at the list again.',
  'zone-unknown': 'Choose a time zone out of the list.',
  'group-unknown': 'This group is not there any more. Choose another.',
  'device-unknown': 'Some of these devices are not there. Look at the list again.',
  'counter-unknown': 'The model of this device has no counter “{code}”.',
  'reading-unknown': 'There is no reading of this device at that time.',
  'paper-none': 'Choose at least one size of paper.',
};
