/** Files about API keys. */
export default {
  'api-keys': {
    name: '名前',
    begins: '先頭の文字',
    state: '状態',
    scopes: '範囲',
    maker: '作成者',
    createdAt: '作成日時',
    endsAt: '期限',
    lastUsedAt: '最終使用日時',
    lastAddress: '最終使用元',
  },
  'api-key-states': {
    active: '有効',
    ended: '期限切れ',
    revoked: '失効',
    stopped: '停止（作成者が退会）',
  },
} as const;
