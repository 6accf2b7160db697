export default {
  part: 'ライセンス',
  type: '種類',
  term: '利用期間',
  years: '{count}年',
  months: '{count}か月',
  line: '{type} {term}',
  quantity: '数',
  pieces: '{count}本',
} as const;
