import type en from '../../en/uses/files.ts';
import type { SameKeys } from '../../same-keys.ts';

const files: SameKeys<typeof en> = {
  headings: {
    'counter-notes': {
      usage: '使用数 {from}〜{to}',
      use: '機器を実際に使用した値で、ご請求の数とは異なることがあります。',
      models: '型式によっては、数えない項目があります。その場合は空欄になります。',
    },
    departments: { value: '使用数' },
  },
  mail: {
    'monthly-report': {
      text: `{name} 様

{site}から、{month}の使用数をお知らせします。詳しくは添付のファイルをご覧ください。

対象：{of}（{devices}台）
{month}の合計：{total}
前の月の合計：{before}

実際の使用数であり、ご請求の数とは異なります。「-」は計測値がないことを示します。

日ごと、機器ごとの使用数はこちらでご覧いただけます。
{page}

送付日、対象の機器、ファイルの形式の変更や、送付の停止はこちらで行えます。
{settings}`,
    },
  },
  sheets: {
    'monthly-report': {
      overview: '機器・月ごとの使用数',
      notes: { use: '機器の実際の使用数であり、ご請求の数とは異なります。' },
    },
  },
};

export default files;
