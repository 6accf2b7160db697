import type en from '../../en/events/licences.ts';
import type { SameKeys } from '../../same-keys.ts';

const licences: SameKeys<typeof en> = {
  licences: {
    assigned: 'ライセンスを割り当てました',
    planned: 'ライセンスの割り当てを予約しました',
    'plan-cancelled': 'ライセンスの割り当ての予約を取り消しました',
    'plan-failed': '予約した割り当てを実行できませんでした',
    placed: 'ライセンスを機器に割り当てました',
    moved: 'ライセンスを別の機器に移しました',
    freed: 'ライセンスを機器から外しました',
    'set-aside': 'ライセンスを機器用に取り置きました',
    'renewal-chosen': '更新するかどうかを選びました',
    'taken-over': '次のライセンスに切り替わりました',
    expired: 'ライセンスの期限が切れました',
    reminded: 'ライセンスの期限を知らせました',
    handed: '割り当て済みのライセンスを移管しました',
    ordered: 'ライセンスの注文を受け付けました',
    refunded: 'ライセンスを返金しました',
    'passed-on': '在庫のライセンスを引き渡しました',
    returned: '在庫のライセンスを返却しました',
  },
  'licence-orders': {
    imported: 'ライセンスの注文を取り込みました',
  },
};
export default licences;
