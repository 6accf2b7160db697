import places from '../counter-places.ts';

/** カウンターのファイル。 */
export default {
  counters: {
    name: '機器名',
    serial: '製造番号',
    model: '型式',
    building: '建物',
    place: '設置場所',
    group: 'グループ',
    period: '期間',
    ...places,
    marks: '備考',
  },
  'counter-notes': {
    usage: '使用枚数 {from}〜{to}',
    cumulative: '積算値 {from}〜{to}',
    asOf: '{time} 現在の値です。日と月は、タイムゾーン {zone} で区切っています。',
    use: '機器を実際に使用した値で、ご請求の枚数とは異なることがあります。',
    gaps: '空欄は値がないことを表します。機器や通信が止まっていた間の値を、後から取得することはできません。',
    models: '型式によっては、用紙サイズ・カラーモード・機能ごとの枚数を数えません。その場合は空欄になります。',
    paperDays: '用紙サイズの日別の値は {first} 以降のものです。',
  },
  'counter-marks': {
    first: '設置時からの積算値',
    gap: '値のない期間の分を含む',
    restart: 'カウンターの再開始を含む',
    adjustment: '{month} の調整（締め後に届いた分）',
  },
} as const;
