export default {
  settingOn: 'オン',
  settingOff: 'オフ',
  settingLine: '{name}: {value}',
  'settings-overdue': {
    subject: '設定変更に対する機器の応答がありません',
    text: `{site}で依頼された次の機器の設定変更に、まだ応答がありません。

型式: {model}
製造番号: {serial}
依頼日時: {asked}

{settings}

設定は保存されており、機器とつながり次第、送信します。機器の電源とネットワークをご確認ください。設定の変更は、次の画面でできます。
{page}`,
  },
} as const;
