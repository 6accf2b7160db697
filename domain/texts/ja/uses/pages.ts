import type en from '../../en/uses/pages.ts';
import type { SameKeys } from '../../same-keys.ts';

const pages: SameKeys<typeof en> = {
  counters: {
    cards: { text: '機器の使用数を、月ごと・日ごとに確認できます。' },
    kinds: { usage: '使用数' },
    kindHints: { usage: '各期間に数えた数です。' },
    markTexts: {
      first: '機器の最初の値です。設置してから数えたすべての数を表します。',
      gap: 'これより前の期間に値が届いていません。その間に数えた数もこの値に含まれます。',
      restart: 'この期間に、基板の交換などでカウンターが数え直しを始めました。その前と後に数えた数を合わせた値です。',
    },
    remarks: {
      use: '機器を実際に使用した値で、ご請求の数とは異なることがあります。',
      models: '型式によっては、数えない項目があります。その場合は「-」になります。',
    },
  },
  'device-counters': {
    graph: {
      usage: '期間ごとの使用数です。内訳を積み重ねています。',
      devicesUsage: 'このページの機器ごとの使用数です。内訳を積み重ねています。',
    },
  },
  'monthly-reports': {
    cards: { text: '前の月の使用数を、ExcelファイルとPDFでメールにてお送りします。' },
    page: { lead: '毎月1回、前の月とその前3か月の使用数を、合計とともにメールでお送りします。' },
  },
  'mail-notices': {
    hints: {
      error: '故障などで機器が止まったとき',
      warning: '補充など、まもなく対応が必要なとき',
      'monthly-report': '選んだ日に、前の月までの使用数をお送りします',
    },
  },
  departments: {
    list: {
      lead: '部門別に集計できるすべての機器の、部門ごと・月ごとの使用数です。',
      name: '部門別の使用数',
    },
  },
};

export default pages;
