import type en from '../../en/events/site.ts';
import type { SameKeys } from '../../same-keys.ts';

const site: SameKeys<typeof en> = {
  notice: {
    published: 'お知らせを掲載しました',
    changed: 'お知らせを変更しました',
    ended: 'お知らせの掲載を終了しました',
    deleted: 'お知らせを削除しました',
  },
  mailing: {
    sent: 'お知らせをメールで送りました',
    tested: 'お知らせを自分あてに試し送りしました',
  },
  'contact-request': {
    opened: 'お問い合わせを送信しました',
    'form-full': 'ログインしていない方のフォームで、1時間に受け付けられるお問い合わせの上限に達しました',
    answered: 'お問い合わせに回答しました',
    closed: 'お問い合わせを完了にしました',
    reopened: 'お問い合わせの対応を再開しました',
    forgotten: '保管期間を過ぎたお問い合わせを削除しました',
  },
  'maintenance-window': {
    planned: 'メンテナンスを予定しました',
    changed: 'メンテナンスの予定を変更しました',
    ended: 'メンテナンスを終了しました',
    cancelled: 'メンテナンスの予定を取り消しました',
  },
};
export default site;
