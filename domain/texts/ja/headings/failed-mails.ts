/** 届かなかったメールのファイル。 */
export default {
  triedAt: '最後の送信',
  recipient: '宛先',
  loginId: 'ログインID',
  organization: '法人・団体',
  about: 'きっかけ',
  subject: '件名',
  answer: 'メールサーバーの応答',
  tries: '送信回数',
  state: '状態',
  nextTryAt: '次回の送信',
  states: { 'given-up': '打ち切り', waiting: '再送待ち' },
} as const;
