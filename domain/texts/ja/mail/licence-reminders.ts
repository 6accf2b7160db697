export default {
  'licence-words': {
    renewed: '更新{over, select, yes {されたもの} other {が決まっているもの}}: {count}本',
    waiting: '待機中のライセンスに自動で切り替わるもの: {count}本',
    'not-renewed': '更新{over, select, yes {されなかったもの} other {の予定がないもの}}: {count}本',
    unused: '機器に使われていないもの: {count}本',
    line: '・{serial}{hasPlace, select, yes {（{place}）} other {}}: {outlook}',
    'device-renewed': '{over, select, yes {次のライセンスに切り替わりました} other {次のライセンスが決まっています}}',
    'device-waiting': '待機中のライセンスに自動で切り替わります',
    'device-not-renewed': '{over, select, yes {期限が切れました} other {更新の予定がありません}}',
    'unused-line':
      '・機器に使われていないライセンス{count}本: {over, select, yes {使われないまま期限が切れました} other {このままでは、使われないまま期限が切れます}}',
    more: '・ほか{count}台',
    advice:
      '更新用のライセンスは、{from}以降に割り当てると日数が無駄になりません。{best}から{lastDay}までに割り当てると、最も長く使えます。',
    late: 'このお知らせは、{dueAt}にお送りするはずのものです。遅くなり、申し訳ございません。',
  },
  'licence-reminder-customer': {
    subject: 'ライセンスの期限{over, select, yes {が過ぎました} other {が近づいています}}（{lastDay}まで、{count}本）',
    text: `{site}でお使いのライセンスのうち、{count}本は{lastDay}の終わりに期限を{over, select, yes {迎えました} other {迎えます}}。

{lines}

期限を過ぎてライセンスのない機器では、次のことができなくなります。
{stops}

更新については、{dealer}にご相談ください。
{page}{late}`,
  },
  'licence-reminder-dealer': {
    subject:
      '{customer}：ライセンスの期限{over, select, yes {が過ぎました} other {が近づいています}}（{lastDay}まで、{count}本）',
    text: `{site}で、次のお客様のライセンスのうち{count}本が、{lastDay}の終わりに期限を{over, select, yes {迎えました} other {迎えます}}。

お客様: {customer}
{counts}

{lines}{advice}

期限を過ぎてライセンスのない機器では、次のことができなくなります。
{stops}

{page}{late}`,
  },
  'licence-reminder-above': {
    subject:
      '{dealer}のお客様：ライセンスの期限{over, select, yes {が過ぎました} other {が近づいています}}（{lastDay}まで、{count}本）',
    text: `{site}で、二次店のお客様のライセンスのうち合わせて{count}本が、{lastDay}の終わりに期限を{over, select, yes {迎えました} other {迎えます}}。

二次店: {dealer}
{counts}{advice}

お客様ごとの内訳は、二次店にお知らせしています。
{page}{late}`,
  },
} as const;
