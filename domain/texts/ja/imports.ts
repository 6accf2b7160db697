import type en from '../en/imports.ts';
import type { SameKeys } from '../same-keys.ts';

const imports: SameKeys<typeof en> = {
  steps: { file: 'ファイルの選択', preview: '内容の確認', done: '完了' },
  stepsLabel: '取り込みの手順',
  file: {
    label: 'CSVファイル',
    hint: '文字コードはUTF-8またはShift_JIS、{rows, number}行までです。1行目は見出しにしてください。',
    missing: 'ファイルを選んでください。',
    upload: '読み込んで内容を確認する',
    template: 'ひな形をダウンロード',
    empty: 'ファイル「{name}」は空です。別のファイルを選んでください。',
    tooLarge: 'ファイル「{name}」が{max, number}MBを超えています。分割してください。',
  },
  preview: {
    title: '取り込む内容の確認',
    file: 'ファイル',
    encoding: '文字コード',
    rows: '行数',
    faults: '誤り',
    clean: '誤りはありません。確定すると{rows, number}行を登録します。',
    faulty: '{faults, number}件の誤りがあります',
    faultyText:
      '誤りがある間は、何も登録されません。誤りのあるセルには「{mark}」と表示しています。ファイルを修正して、もう一度選んでください。',
    mark: '誤り',
    unknown: '次の列は対象外のため読み込みません：{columns}',
    table: 'ファイルの内容',
    line: '行',
    confirm: 'この内容で取り込む',
    confirmTitle: '{rows, number}行を取り込みますか',
    confirmText: 'すべての行をまとめて登録します。登録できない行が1行でもある場合は、何も登録しません。',
    another: '別のファイルを選ぶ',
  },
  done: {
    title: '取り込みが完了しました',
    text: '「{file}」から{stored, number}行を登録しました。',
    nothingNew: '「{file}」の内容はすべて登録済みのため、変更はありません。',
    another: '別のファイルを取り込む',
  },
  gone: {
    title: 'この取り込みは続けられません',
    text: 'ファイルは24時間保存されます。お手数ですが、もう一度ファイルを選んでください。',
  },
};

export default imports;
