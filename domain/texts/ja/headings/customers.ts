export default {
  organization: 'お客様',
  name: 'お名前',
  mail: 'メールアドレス',
  state: '状態',
  temporarySince: '仮パスワードの使用開始',
  since: '追加日時',
  lastLogin: '最終ログイン',
  states: {
    invited: '招待中',
    temporary: '仮パスワード',
    unproved: 'アドレス未確認',
    proved: '利用中',
  },
};
