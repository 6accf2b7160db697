import type en from '../../en/devices/operator.ts';
import type { SameKeys } from '../../same-keys.ts';

const operatorPages: SameKeys<typeof en> = {
  models: {
    title: '型式',
    lead: '型式はサイトのデータです。変更はサイトのファイルで行います。この画面では変更できません。',
    kind: '種類',
    serial: '製造番号の形式',
    checkDigit: 'チェックディジット',
    warranty: '保証期間',
    months: '{months, number}か月',
    supportUntil: 'サポート期限',
    retired: '製造終了日',
    claimCode: '同梱コード',
    registeredTo: '組み合わせる種類',
    metrics: '計測値',
    counters: 'カウンター',
    settings: '設定',
    separator: '、',
    followedBy: '＋',
    parts: {
      letters: '英字{length, number}文字',
      digits: '数字{length, number}桁',
      alphanumeric: '英数字{length, number}文字',
    },
    checkDigits: {
      none: 'なし',
      luhn: 'Luhn（最後の1桁）',
      'mod11-10': 'ISO/IEC 7064 MOD 11,10（最後の1桁）',
      'mod37-36': 'ISO/IEC 7064 MOD 37,36（最後の1文字）',
    },
    catalogueOf: '{model}の計測値・カウンター・設定',
    part: '区分',
    entry: '名称',
    code: 'コード',
    unit: '単位',
    limits: '範囲・選択肢',
  },
  manufactured: {
    title: '製造済みの{devices}',
    lead: 'ここにあるものだけを登録できます。新しいものは、工場のファイルから取り込みます。',
    name: '製造済みの{devices}',
    search: '製造済みの{devices}を検索',
    searchHint: '製造番号は一部でも検索できます。',
    withClaimCode: 'あり',
    import: 'ファイルを取り込む',
    emptyText: '工場のファイルを取り込むと、ここに表示されます。',
  },
  manufacturedImport: {
    title: '製造済みの{devices}の取り込み',
    lead: '工場で製造したもののファイルを選んでください。列は、{columns}です。内容を確認して確定するまで、何も登録されません。',
    toList: '製造済みの{devices}へ',
  },
};

export default operatorPages;
