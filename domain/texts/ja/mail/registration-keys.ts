export default {
  'file-refused': {
    subject: '誤ったアクティベーションキーの多いファイルを拒否しました',
    text: `{site}で、見つからない、レジストレーションIDが違う、または別の機器に使われているアクティベーションキーが上限を超えて含まれるファイルを拒否しました。

法人・団体: {organization}
ファイルの行数: {rows}
該当する行: {guesses}

ファイルの間違い、または推測による入力の可能性があります。法人・団体にご確認ください。`,
  },
  'registration-keys': {
    subject: 'レジストレーションキーのお知らせ',
    text: `{site}で、次のレジストレーションキーを発行しました。

機器ID: {deviceId}（{category}）
設置場所: {installation}

{keys}

キーは1件ずつ機器に入力してください。キーは大切に保管してください。`,
    key: `{number}. レジストレーションキー: {registrationKey}
   品番: {productNumber}
   用途: {purpose}
   アクティベーションキー: {activationKey}`,
    'no-installation': '未登録',
  },
  'registration-key-moved': {
    subject: 'アクティベーションキーの機器IDが変更されました',
    text: `{site} の運営担当が、貴社でご使用のアクティベーションキーの機器IDを変更しました。

アクティベーションキー: {activationKey}
品番: {productNumber}
用途: {purpose}

これまでの機器ID: {from}
新しい機器ID: {to}
新しいレジストレーションキー: {registrationKey}
理由: {reason}

新しいレジストレーションキーを、新しい機器に入力してください。
これまでのレジストレーションキーは、これまでの機器では引き続き有効です。

お心当たりのない場合は、下記の窓口にお問い合わせください。`,
  },
} as const;
