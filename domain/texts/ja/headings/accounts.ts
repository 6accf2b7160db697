export default {
  organization: '法人・団体',
  loginId: 'ログインID',
  user: '利用者',
  mail: 'メールアドレス',
  kind: '種類',
  country: '国・地域',
  role: '役割',
  signedUp: '登録日時',
  lastLogin: '最終ログイン',
  kinds: { maker: 'メーカー', dealer: '販売店', customer: 'お客様' },
  roles: { owner: '所有者', manager: '管理者', member: '担当者', viewer: '閲覧者' },
} as const;
