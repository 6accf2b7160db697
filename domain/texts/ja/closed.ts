import type en from '../en/closed.ts';
import type { SameKeys } from '../same-keys.ts';

const closed: SameKeys<typeof en> = {
  maintenance: {
    title: 'ただいまメンテナンス中です',
    text: 'メンテナンスのため、このサイトを停止しています。新規登録やキーの発行を含むすべての機能は、終了後にご利用いただけます。',
    until: '再開予定',
    kept: '入力済みの内容は保存されています。この画面のままお待ちいただくか、終了後に同じ画面を開くと、続きから操作できます。',
  },
  away: {
    title: 'ただいまご利用いただけません',
    text: '障害のため、このサイトを一時的にご利用いただけません。再開の時刻は、まだ分かっていません。',
    kept: '保存済みの内容は失われていません。しばらくしてから、もう一度お試しください。',
  },
  retry: 'もう一度試す',
  stillClosed: 'まだ再開していません（{time} に確認）。',
  refreshes: 'この画面は30秒ごとに自動で確認します。',
  contact: 'お問い合わせ窓口',
  operators: '運営担当の方のログイン',
  otherLanguage: 'English',
};

export default closed;
