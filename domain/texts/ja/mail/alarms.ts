export default {
  'alarms-told': {
    subject: '{count, plural, =1 {アラーム：{what}（{serial}）} other {アラーム #件}}',
    text: `{site}から、機器のアラームについてお知らせします。{open, plural, =0 {いずれもすでに解消しています。} other {このうち発生中のものは#件です。}}

{lines}

対処の方法の確認と、確認済みの記録はこちらで行えます。
{page}`,
    at: '{serial}（{where}）',
    raised: `【発生】{severity}：{what}
{serial}
発生日時：{since}`,
    flapping: `【断続】{severity}：{what}
{serial}
発生日時：{since}（1時間続けて起こらなくなったときに、あらためてお知らせします）`,
    reminder: `【継続中】{severity}：{what}
{serial}
発生日時：{since}`,
    cleared: `【解消】{what}
{serial}
期間：{since} から {until}`,
    passed: `【発生後に解消】{what}
{serial}
期間：{since} から {until}`,
    more: 'ほかに{count}件あります。一覧でご確認ください。',
  },
} as const;
