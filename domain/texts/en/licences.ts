export default {
  part: 'Licences',
  type: 'Type',
  term: 'Term',
  years: '{count, plural, one {# year} other {# years}}',
  months: '{count, plural, one {# month} other {# months}}',
  line: '{type}, {term}',
  quantity: 'Quantity',
  pieces: '{count, plural, one {# licence} other {# licences}}',
} as const;
