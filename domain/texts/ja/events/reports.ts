import type en from '../../en/events/reports.ts';
import type { SameKeys } from '../../same-keys.ts';

const reports: SameKeys<typeof en> = {
  alarms: {
    raised: 'アラームが発生しました',
    cleared: 'アラームが回復しました',
    flapping: 'アラームが発生と回復を繰り返しています',
    reminder: '続いているアラームを再度知らせました',
    acknowledged: 'アラームを確認済みにしました',
    viewed: 'アラームを閲覧しました',
    told: 'アラームをメールで知らせました',
    'quiet-hours': 'アラームメールを送らない時間帯を変更しました',
  },
  counters: {
    corrected: 'カウンターの値を訂正しました',
    'paper-chosen': '用紙サイズの選択を変更しました',
    'zone-chosen': '集計のタイムゾーンを変更しました',
  },
  departments: {
    named: '部門の名前を変更しました',
  },
  toner: {
    low: 'トナー・インクの残りが少なくなりました',
    refilled: 'トナー・インクが補充されました',
    'manager-chosen': 'トナー/インク管理者を変更しました',
  },
};
export default reports;
