export default {
  department: '部門ID',
  name: '部門名',
  period: '月',
  what: '集計の対象',
  value: '使用枚数',
  marks: '備考',
} as const;
