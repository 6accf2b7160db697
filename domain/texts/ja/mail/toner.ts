export default {
  'toner-low': {
    subject: 'トナー/インクの残りがわずかです（{count}本）：{name}',
    text: `{site}でご利用の機器のトナー/インクが残りわずかです。交換用をご用意ください。

機器: {name}
製造番号: {serial}
型式: {model}

{lines}

機器のページ:
{page}

注文が必要なトナー/インクの一覧:
{order}

同じトナー/インクについては、交換されるまで再度お知らせすることはありません。`,
    line: '{name}: 残り{percent}%',
    ordered: '{name}（注文番号 {order}）',
  },
  'toner-manager-left': {
    subject: 'トナー/インク管理者のいない機器があります（{count}台）',
    text: `{site}で、トナー/インクの残りが少なくなったときにお知らせを受け取っていた方が、貴社の利用者ではなくなりました。次の機器については、お知らせを受け取る方がいません。

{lines}

別の方を選んでください:
{page}`,
    line: '・{name}（{serial}）',
    bare: '・{serial}',
    more: '・ほか{count}台',
  },
} as const;
