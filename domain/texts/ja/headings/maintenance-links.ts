/** 保守紐付けのファイル。 */
export default {
  'maintenance-links': {
    dealer: '販売店',
    customer: 'お客様',
    devices: '対象',
    rights: 'できること',
    begunAt: '紐付け日時',
    untilOn: '最終日',
    state: '状態',
    endedAt: '終了日時',
    all: 'すべて（今後登録されるものを含む）',
    see: '閲覧',
    configure: '閲覧と設定の変更',
    states: {
      running: '有効',
      'ended-by-customer': 'お客様が終了',
      'ended-by-dealer': '販売店が終了',
      expired: '期限切れ',
      lapsed: '対象なし',
    },
  },
} as const;
