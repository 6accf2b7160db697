export default {
  position: '記録の番号',
  at: '日時',
  user: '操作した人',
  organization: '法人・団体',
  onBehalfOf: '代理の相手',
  what: '内容',
  object: '操作の対象',
  changes: '変更前と変更後',
  address: '操作元',
  kind: '種類',
  id: 'ID',
} as const;
