/** Headings of the columns of imported and exported files, by kind of file. */
export default {
  'activation-keys': {
    number: 'アクティベーションキーの番号',
    registrationId: 'レジストレーションID',
    productNumber: '品番',
    purpose: '用途',
    category: 'カテゴリー',
  },
} as const;
