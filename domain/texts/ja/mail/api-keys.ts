/** Mails about API keys (P-24). */
export default {
  'api-key-made': {
    subject: 'API キーが作成されました',
    text: `{site} で、{maker} さんが貴組織の API キーを作成しました。このキーを持つプログラムは、貴組織として操作できます。

名前: {name}
先頭の文字: {begins}
できること: {scopes}

キーの使用状況は次のページで確認でき、いつでも失効させることができます。
{page}

このキーに心当たりがない場合は、すぐにキーを失効させ、パスワードを変更してください。`,
  },
  'api-key-revoked': {
    subject: 'API キーを失効させました',
    text: `{site} で、貴組織の API キーを失効させました。このキーではもう何も操作できません。

名前: {name}
先頭の文字: {begins}

貴組織の API キー:
{page}

心当たりがない場合は、貴組織のほかの所有者にご確認ください。`,
  },
} as const;
