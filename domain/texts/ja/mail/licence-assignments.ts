/** ライセンスの割り当てと、その予約についてのメール。 */
export default {
  'assignment-words': {
    years: '{count}年',
    months: '{count}か月',
    line: '・{type}　{term}　{quantity}本',
    lineUntil: '・{type}　{term}　{quantity}本（{lastDay}まで）',
    reasons: {
      'stock-short': '在庫が足りませんでした。',
      'customer-unknown': '貴社のお客様ではなくなっていました。',
      'device-unfit': '対象の機器が、このお客様のものではなくなっていました。',
      'device-not-renewing': '対象の機器が「更新しない」とされていました。',
      'device-over': '対象の機器のライセンスがすでになくなっていたため、自動では移せませんでした。',
      'type-unknown': 'このライセンスの種類の取り扱いが終わっていました。',
      'term-unknown': 'この利用期間の取り扱いが終わっていました。',
    },
  },
  'licences-assigned': {
    subject: '{dealer}からライセンスが割り当てられました',
    text: `{dealer}から{customer}様に、次のライセンスが割り当てられました。かっこ内の日まで、ご利用いただけます。

{licences}

機器を登録していただけます。まだ使わないライセンスは待機し、ほかの機器のライセンスが切れたときに、自動でその機器に引き継がれます。
{page}`,
  },
  'licence-plan-done': {
    subject: '予約していたライセンスを{customer}様に割り当てました',
    text: `{day}に予約されていた割り当てを行いました。次のライセンスを在庫から割り当てています。

お客様：{customer}
{licences}

{page}`,
  },
  'licence-plan-failed': {
    subject: '予約していたライセンスを{customer}様に割り当てられませんでした',
    text: `{day}に予約されていた割り当てを行えませんでした。在庫は減っていません。

お客様：{customer}
{licences}
理由：{reason}

自動でのやり直しは行いません。お手数ですが、手動で割り当てるか、予約し直してください。
{page}`,
  },
} as const;
