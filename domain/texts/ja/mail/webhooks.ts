/** Mails about webhooks (P-24). */
export default {
  'webhook-switched-off': {
    subject: 'Webhook を停止しました',
    text: `{why, select, gone {{site} で、貴組織の Webhook の受信先から、恒久的になくなったという応答（410）がありました。今後、この受信先には送信しません。} other {{site} で、貴組織の Webhook の受信先が、3日間一度も受信しませんでした。今後、この受信先には送信しません。}}

名前: {name}
アドレス: {url}

送信した内容と応答は、次のページで確認できます。受信先が復旧したら、このページで Webhook を再開し、受信できなかったものを再送してください。
{page}`,
  },
} as const;
