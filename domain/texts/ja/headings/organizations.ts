/** 組織とその利用者のファイル。 */
export default {
  members: {
    name: '氏名',
    loginId: 'ログインID',
    mail: 'メールアドレス',
    role: '役割',
    since: '登録日時',
    lastLogin: '最終ログイン',
    roles: { owner: '所有者', manager: '管理者', member: '担当者', viewer: '閲覧者' },
  },
  invitations: {
    name: '氏名',
    mail: 'メールアドレス',
    role: '役割',
    inviter: '招待した人',
    sentAt: '送信日時',
    expiresAt: 'リンクの有効期限',
  },
  organizations: {
    name: '法人・団体',
    kind: '種類',
    parent: '上位の法人・団体',
    users: '利用者数',
    since: '登録日時',
    closed: '閉鎖日時',
    kinds: { dealer: '販売店', customer: 'お客様' },
  },
} as const;
