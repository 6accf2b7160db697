/** 文書に同意した方、またはこれから同意する方のファイル。 */
export default {
  document: '文書',
  version: '版',
  name: '氏名',
  loginId: 'ログインID',
  organization: '法人・団体',
  userState: 'アカウント',
  agreedAt: '同意日時',
  userStates: { here: '利用中', left: '終了', erased: '消去済み' },
} as const;
