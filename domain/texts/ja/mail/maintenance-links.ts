export default {
  'link-words': {
    all: 'すべて（今後登録されるものを含みます）',
    see: '閲覧',
    configure: '閲覧と設定の変更',
    noEnd: 'なし',
  },
  'link-begun': {
    subject: '{customer}から保守紐付けがありました',
    text: `{customer}が、{site}で貴社を保守の担当として紐付けました。紐付けは、すでに有効です。

お客様: {customer}
対象: {devices}
できること: {rights}
最終日: {untilOn}

内容は次の画面でご確認いただけます。担当されない場合は、同じ画面からいつでも辞退できます。
{page}`,
  },
  'link-begun-own': {
    subject: '販売店を紐付けました',
    text: `{site}で、次の販売店を保守の担当として紐付けました。紐付けは、すでに有効です。

販売店: {dealer}
対象: {devices}
できること: {rights}
最終日: {untilOn}

内容の変更と終了は、次の画面からいつでもできます。
{page}

心当たりのない場合は、すぐに終了し、下記の窓口にご連絡ください。`,
  },
  'link-changed': {
    subject: '{customer}が保守紐付けの内容を変更しました',
    text: `{customer}が、{site}の保守紐付けの内容を変更しました。現在の内容は次のとおりです。

お客様: {customer}
対象: {devices}
できること: {rights}
最終日: {untilOn}

{page}`,
  },
  'link-ended-by-customer': {
    subject: '{customer}が保守紐付けを終了しました',
    text: `{customer}が、{site}の保守紐付けを終了しました。この紐付けで担当されていた機器は、表示できなくなりました。

終了した紐付けは、次の画面で確認できます。
{page}`,
  },
  'link-ended-by-dealer': {
    subject: '{dealer}が保守紐付けを終了しました',
    text: `{dealer}が、{site}の保守紐付けを辞退または終了しました。お客様の次の機器は、{dealer}には表示されなくなりました。

対象: {devices}

別の販売店に担当を依頼する場合は、その販売店のログインIDと電話番号を確認のうえ、改めて紐付けてください。
{page}`,
  },
  'dealers-guessed': {
    subject: '販売店の照合の失敗が続いています',
    text: `{site}で、販売店のログインIDと電話番号の照合に、1時間で{misses}回失敗した法人・団体があります。以後の照合は、しばらく受け付けません。

法人・団体: {organization}

入力誤りのほか、販売店を探り当てようとしている可能性があります。必要に応じて、お客様にご確認ください。`,
  },
};
