export default {
  'licence-taken-over': {
    subject: '待機中のライセンス{count}個を使い始めました（{organization}）',
    text: `{site}で、{organization}のライセンスが終わりました。待機中のライセンス{count}個が、次の機器で自動的に引き継ぎました。

{lines}
{without, plural, =0 {} other {
ライセンスのない機器が#台あります。
}}
別の機器で使う場合は、ライセンスを移動できます。利用期限は変わりません。
{page}`,
  },
} as const;
