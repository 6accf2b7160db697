export default {
  startedAt: '開始日時',
  endedAt: '終了日時',
  by: '法人・団体',
  of: '代理の相手',
  user: '利用者',
  reason: '理由',
  done: '操作数',
} as const;
