export default {
  'mail-notices-changed': {
    subject: 'メール通知の設定が変更されました',
    text: `{name} 様

所属する法人・団体の管理者が、{site}からお送りするメール通知の設定を変更しました。今後は次の内容をお知らせします。
{events}

設定はいつでもご自分で変更できます。
{page}`,
  },
} as const;
