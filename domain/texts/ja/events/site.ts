import type en from '../../en/events/site.ts';
import type { SameKeys } from '../../same-keys.ts';

const site: SameKeys<typeof en> = {
  notice: {
    published: 'お知らせを掲載しました',
    changed: 'お知らせを変更しました',
    ended: 'お知らせの掲載を終了しました',
    deleted: 'お知らせを削除しました',
  },
  'maintenance-window': {
    planned: 'メンテナンスを予定しました',
    changed: 'メンテナンスの予定を変更しました',
    ended: 'メンテナンスを終了しました',
    cancelled: 'メンテナンスの予定を取り消しました',
  },
};
export default site;
