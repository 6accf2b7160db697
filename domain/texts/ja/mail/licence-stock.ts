export default {
  'stock-words': {
    years: '{count}年',
    months: '{count}か月',
    line: '{type} {term}：{quantity}',
    more: 'ほか{count}件',
  },
  'licences-ordered': {
    subject: 'ライセンスが在庫に入りました',
    text: `ご注文のライセンスが、{site}の在庫に入りました。在庫にある間、利用期間は減りません。

注文番号：{numbers}
{lines}

すぐにお客様へ割り当てられます。
{page}`,
  },
  'licences-refunded': {
    subject: '返金により、ライセンスが在庫から差し引かれました',
    text: `返金により、次のライセンスが{site}の在庫から差し引かれました。お客様に割り当て済みのものは、そのままお使いいただけます。

注文番号：{numbers}
{lines}

在庫はこちらで確認できます。心当たりのない場合は、下記の窓口へお知らせください。
{page}`,
  },
  'licences-passed-on': {
    subject: '{from}からライセンスが引き渡されました',
    text: `{from}から、{site}で次のライセンスが引き渡されました。すでに在庫に入っています。

{lines}

すぐにお客様へ割り当てられます。不要なものは返すこともできます。
{page}`,
  },
  'licences-returned': {
    subject: '{from}からライセンスが返されました',
    text: `{from}から、{site}で次のライセンスが返されました。在庫に戻っています。

{lines}

{page}`,
  },
} as const;
