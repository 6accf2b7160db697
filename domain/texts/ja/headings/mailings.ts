import type en from '../../en/headings/mailings.ts';
import type { SameKeys } from '../../same-keys.ts';
import texts from '../mailings.ts';

const mailings: SameKeys<typeof en> = {
  mailings: {
    createdAt: '送信日時',
    title: 'お知らせ',
    kind: '種類',
    to: '送り先',
    state: '状態',
    receivers: '対象者数',
    sent: '送信済み',
    failed: '失敗',
    dropped: '取りやめ',
    withdrawn: '送信後の受け取り停止',
    by: '送信者',
  },
  'news-consents': {
    name: '名前',
    loginId: 'ログインID',
    mail: 'メールアドレス',
    organization: '組織',
    news: '製品情報のお知らせメール',
    since: '日時',
    way: '方法',
  },
  'mailing-kinds': texts.kinds,
  'mailing-aims': texts.aims,
  'mailing-states': texts.states,
  'news-answers': texts.answers,
  'news-ways': texts.ways,
};
export default mailings;
