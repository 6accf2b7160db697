/** Headings of the columns of imported and exported files, by kind of file. */
export default {
  'activation-keys': {
    number: 'アクティベーションキーの番号',
    registrationId: 'レジストレーションID',
    productNumber: '品番',
    purpose: '用途',
    category: 'カテゴリー',
    importedAt: '登録日時',
    issued: '使用状況',
    used: '使用済み',
    unused: '未使用',
  },
  'registration-keys': {
    issuedAt: '発行日時',
    organization: '法人・団体',
    deviceId: '機器ID',
    activationKey: 'アクティベーションキーの番号',
    productNumber: '品番',
    purpose: '用途',
    category: 'カテゴリー',
    registrationKey: 'レジストレーションキー',
    installation: '設置場所',
  },
  files: {
    'activation-keys': 'アクティベーションキー一覧',
    'registration-keys': '発行済みキー一覧',
  },
} as const;
