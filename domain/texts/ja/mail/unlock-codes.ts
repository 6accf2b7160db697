export default {
  'unlock-codes-harvested': {
    subject: '多数のキーコードが表示されています',
    text: `{site}で、1人の利用者が1時間に{reads}件のキーコードを表示しました。この利用者には、しばらくの間これ以上表示しません。

法人・団体: {organization}
利用者: {user}

多数の証明書の印刷、またはキーコードの収集の可能性があります。法人・団体にご確認ください。`,
  },
} as const;
