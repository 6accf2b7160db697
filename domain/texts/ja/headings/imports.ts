import imports from '../imports.ts';

/** 取り込んだファイルの一覧。 */
export default {
  createdAt: 'アップロード日時',
  file: 'ファイル',
  kind: '種類',
  organization: '法人・団体',
  user: '利用者',
  rows: '行数',
  state: '状態',
  stored: '新規',
  faults: '誤り',
  fault: '登録されなかった理由',
  doneAt: '終了日時',
  states: imports.states,
} as const;
