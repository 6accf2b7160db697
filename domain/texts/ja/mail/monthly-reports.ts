export default {
  'monthly-report': {
    subject: '月次レポート（{month}）',
    text: `{name} 様

{site}から、{month}の使用枚数をお知らせします。詳しくは添付のファイルをご覧ください。

対象：{of}（{devices}台）
{month}の合計：{total}
前の月の合計：{before}

実際の使用枚数であり、ご請求の枚数とは異なります。「-」は計測値がないことを示します。

日ごと、機器ごとの使用枚数はこちらでご覧いただけます。
{page}

送付日、対象の機器、ファイルの形式の変更や、送付の停止はこちらで行えます。
{settings}`,
  },
  'monthly-report-group-gone': {
    subject: '月次レポート（{month}）を作成できませんでした',
    text: `{name} 様

月次レポートの対象として選ばれていたグループが削除されたため、{month}のレポートを作成できませんでした。
お手数ですが、ほかのグループか、すべての機器を選び直してください。
{settings}`,
  },
} as const;
