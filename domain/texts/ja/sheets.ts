import type en from '../en/sheets.ts';
import type { SameKeys } from '../same-keys.ts';

const sheets: SameKeys<typeof en> = {
  'activation-key': {
    title: 'アクティベーションキー',
    number: 'アクティベーションキーの番号',
    registrationId: 'レジストレーションID',
    productNumber: '品番',
    purpose: '用途',
    category: 'カテゴリー',
    step1: '{address} にログインし、「レジストレーションキーの発行」を選びます。',
    step2: '機器の機器IDと、このシートの番号・レジストレーションIDを入力します。',
    step3: '表示されたレジストレーションキーを、機器に入力します。',
    keep: '使用できる機器IDは1つだけです。レジストレーションIDは再表示できません。大切に保管してください。',
  },
  'monthly-report': {
    title: '月次レポート（{month}）',
    overview: '機器・月ごとの使用枚数',
    about: 'このレポートについて',
    all: 'すべての機器',
    sum: '全機器の合計',
    more: 'ほかに{count}台あります。Excelファイルでご覧ください。',
    facts: { organization: '法人・団体', devices: '対象の機器', asOf: '集計時点', site: 'ポータル' },
    headings: {
      name: '機器名',
      serial: '製造番号',
      place: '設置場所',
      group: 'グループ',
      total: '合計',
      late: '調整',
      remarks: '備考',
    },
    tabs: {
      counters: '対象月のカウンター',
      paper: '対象月の用紙サイズ別',
      'colour-mode': '対象月のカラーモード別',
      function: '対象月の機能別',
      own: '対象月の項目別',
    },
    notes: {
      use: '機器の実際の使用枚数であり、ご請求の枚数とは異なります。',
      missing: '計測値のない期間は空欄または「-」で示します。0という意味ではなく、後から取得することはできません。',
      late: '遅れて届いた分は月の締めまで反映されます。締めの後に届いた分は「調整」に表示します。',
      many: '一覧は先頭の{max, number}台までです（合計は全機器）。すべての機器はポータルからファイルで取得できます。',
    },
  },
};

export default sheets;
