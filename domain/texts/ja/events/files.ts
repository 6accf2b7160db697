import type en from '../../en/events/files.ts';
import type { SameKeys } from '../../same-keys.ts';

const files: SameKeys<typeof en> = {
  import: {
    previewed: 'ファイルの内容を確認しました',
    confirmed: 'ファイルの取り込みを確定しました',
    done: 'ファイルを取り込みました',
    failed: 'ファイルの取り込みに失敗しました',
    refused: 'ファイルを受け付けませんでした',
    cancelled: 'ファイルの取り込みを取り消しました',
    'result-taken': '取り込みの結果をダウンロードしました',
  },
  export: {
    started: '一覧のダウンロードを開始しました',
    ended: '一覧のダウンロードが終わりました',
  },
};
export default files;
