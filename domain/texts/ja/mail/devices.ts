export default {
  'device-fact': '{heading}: {value}',
  'device-registered': {
    subject: '機器登録完了のお知らせ',
    text: `{site}で、次の機器が登録されました。

製造番号: {serial}
型式: {model}（{type}）
{facts}

登録内容は次の画面でご確認いただけます。
{page}

心当たりのない場合は、すぐに下記の窓口にご連絡ください。`,
  },
  'device-changed': {
    subject: '機器の登録内容の変更のお知らせ',
    text: `{by}

製造番号: {serial}
型式: {model}

{fields}

変更後の内容は、このメールには記載していません。次の画面でご確認ください。
{page}

心当たりのない場合は、すぐに下記の窓口にご連絡ください。`,
    line: '・{field}: 変更',
    'by-user': '{site}に登録されている機器の、次の項目が変更されました。',
    'by-operator': '{site}の運営担当が、機器の次の項目を変更しました。',
  },
  'warranty-lengthened': {
    subject: '保証期間が延びる変更がありました',
    text: `{site}で、機器の購入日が変更され、保証期間がこれまでより長くなりました。

法人・団体: {organization}
製造番号: {serial}
型式: {model}
変更後の購入日: {purchasedOn}
保証期間の終了日: {warrantyUntil}

運営担当が確認するまで、機器の一覧に印が付きます。`,
  },
  'club-joined': {
    subject: 'ご愛用者登録のお知らせ',
    text: `{site}で、ご愛用者登録をお受けしました。これから登録される機器を含め、すべての機器が対象です。

現在の機器の台数: {devices}

ご愛用者登録は、いつでもおやめいただけます。
{login}`,
  },
  'club-left': {
    subject: 'ご愛用者登録終了のお知らせ',
    text: `{site}で、すべての機器のご愛用者登録を終了しました。

現在の機器の台数: {devices}

いつでも改めてご登録いただけます。
{login}`,
  },
  'serials-guessed': {
    subject: '登録できない製造番号の入力が続いています',
    text: `{site}で、登録できない製造番号が1時間以内に{misses}回入力されました。1時間が過ぎるまで、新しい入力は受け付けません。

法人・団体: {organization}

ラベルの読み誤りが重なったか、当て推量の可能性があります。この法人・団体にご確認ください。`,
  },
} as const;
