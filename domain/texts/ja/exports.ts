import type en from '../en/exports.ts';
import type { SameKeys } from '../same-keys.ts';

const exports: SameKeys<typeof en> = {
  open: 'ダウンロード',
  title: 'ファイルのダウンロード',
  scope: 'この画面に表示している行だけでなく、条件に合うすべての行がファイルに入ります。',
  format: 'ファイルの種類',
  formats: {
    csv: 'CSV（UTF-8）',
    csvHint: 'Excelなどで開けます。すべての文字を書き出せます。',
    xlsx: 'Excel（.xlsx）',
    xlsxHint: '数値や日付は計算に使えます。番号の先頭の0もそのまま残ります。',
    shiftJis: 'CSV（Shift_JIS）',
    shiftJisHint: '以前から使っているソフトウェア向けです。書き出せない文字があります。',
    replace: 'CSV（Shift_JIS）〓に置き換え',
    replaceHint: '書き出せない文字を〓に置き換えて続けます。',
  },
  submit: 'ダウンロードする',
  checking: '書き出せない文字がないか確認しています',
  started: '{file}のダウンロードを開始しました。ブラウザのダウンロード一覧で確認できます。',
  unwritable: {
    title: 'Shift_JISで書き出せない文字があります',
    text: '{cells, number}個のセルに、書き出せない文字が{count, number}文字あります。まだ何もダウンロードしていません。続け方を選んでください。',
    first: '{cells, number}個のセルのうち、最初の{shown, number}個を表示しています。',
    table: '書き出せない文字の一覧',
    row: '行',
    column: '列',
    characters: '文字',
    cell: 'セルの内容',
    choose: '続け方',
  },
};

export default exports;
