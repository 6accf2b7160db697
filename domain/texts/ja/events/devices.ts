import type en from '../../en/events/devices.ts';
import type { SameKeys } from '../../same-keys.ts';

const devices: SameKeys<typeof en> = {
  devices: {
    registered: '機器を登録しました',
    'registered-by-file': 'ファイルから機器を登録しました',
    'file-refused': '機器のファイルを受け付けませんでした',
    'serials-guessed': '見つからない製造番号が続けて入力されました',
    viewed: '機器を閲覧しました',
    changed: '機器の登録内容を変更しました',
    'warranty-checked': '機器の保証を確認しました',
    'end-reported': '機器の使用終了を届け出ました',
    'end-withdrawn': '使用終了の届け出を取り下げました',
    'end-declined': '使用終了の届け出を差し戻しました',
    ended: '機器の使用を終了しました',
    released: '機器の登録を解除しました',
    'claim-released': '誤って登録された機器の登録を解除しました',
    replaced: '機器を交換しました',
  },
  transfers: {
    offered: '機器の譲渡を申し出ました',
    ordered: '機器の引き渡しを指示しました',
    accepted: '機器を受け取りました',
    ended: '機器の引き渡しを取りやめました',
  },
  'manufactured-devices': {
    imported: '製造した機器を取り込みました',
  },
  readings: {
    'credential-given': '機器の認証情報を発行しました',
    'credentials-withdrawn': '機器の認証情報を無効にしました',
  },
  'device-settings': {
    asked: '機器の設定変更を依頼しました',
    answered: '機器が設定変更に応答しました',
    'changed-at-device': '機器の本体で設定が変更されました',
    ended: '設定変更の依頼が無効になりました',
    overdue: '機器が設定変更に応答していません',
  },
  'device-groups': {
    created: '機器のグループを作成しました',
    changed: '機器のグループを変更しました',
    deleted: '機器のグループを削除しました',
    'device-moved': '機器を別のグループに移しました',
  },
};
export default devices;
