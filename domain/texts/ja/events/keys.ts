import type en from '../../en/events/keys.ts';
import type { SameKeys } from '../../same-keys.ts';

const keys: SameKeys<typeof en> = {
  'registration-keys': {
    issued: 'レジストレーションキーを発行しました',
    'issued-by-file': 'ファイルからレジストレーションキーを発行しました',
    refused: 'レジストレーションキーの発行を受け付けませんでした',
    'file-refused': 'レジストレーションキーのファイルを受け付けませんでした',
    viewed: 'レジストレーションキーを閲覧しました',
    moved: 'レジストレーションキーを別の機器IDへ移しました',
  },
  'activation-keys': {
    imported: 'アクティベーションキーを取り込みました',
    generated: 'アクティベーションキーを作成しました',
    renewed: 'アクティベーションキーを作り直しました',
    voided: 'アクティベーションキーを無効にしました',
    delivered: 'アクティベーションキーの一覧を受け渡し済みにしました',
  },
  installation: {
    stored: '設置場所を登録しました',
  },
  'unlock-codes': {
    shown: 'キーコードを表示しました',
    harvested: '多数のキーコードが表示されました',
  },
};
export default keys;
