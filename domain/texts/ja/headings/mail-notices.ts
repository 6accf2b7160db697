/** メール通知のファイル。 */
export default {
  'mail-notices': {
    name: '氏名',
    loginId: 'ログインID',
    role: '権限',
    mail: '通知先メールアドレス',
    events: 'メールで知らせる内容',
  },
  'mail-notice-events': {
    none: 'なし',
    'service-call': '要修理',
    error: '異常',
    warning: '警告',
    silence: '報告の途絶',
    'toner-low': 'トナー/インク残りわずか',
    'monthly-report': '月次レポート',
  },
} as const;
