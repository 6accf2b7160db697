import type en from '../en/failed-mails.ts';
import type { SameKeys } from '../same-keys.ts';

/** 届けられなかったメール（運営担当向け、P-26）。 */
const failedMails: SameKeys<typeof en> = {
  menu: { failedMails: '届かなかったメール' },
  needs: { 'mails-failed': { title: '届けられなかったメール', action: '届かなかったメールを見る' } },
  list: {
    title: '届かなかったメール',
    lead: 'メールサーバーに受け取られなかった、このサイトのメールです。自動で再送を待っているものと、送信を打ち切ったものがあります。',
    name: '届かなかったメール',
    searchLabel: '届かなかったメールの検索',
    searchHint: '宛先・件名・応答は一部だけでも検索できます。日付は{zone}の日付です。',
    text: '宛先・件名・応答',
    state: '状態',
    anyState: 'すべて',
    states: { 'given-up': '打ち切り', waiting: '再送待ち' },
    triedAt: '最後の送信',
    recipient: '宛先',
    noAccount: 'このアドレスのアカウントは、現在ありません。',
    account: '{name}（{organization}）',
    about: '件名',
    noSubject: '本文を作成できませんでした。',
    cause: 'きっかけ：{cause}',
    answer: 'メールサーバーの応答',
    noAnswer: '－',
    tries: '送信回数',
    next: '次回 {at}',
    again: '再送する',
    againName: '{recipient}宛てに再送する：{subject}',
    againTitle: 'このメールを再送しますか？',
    againText:
      '前回と同じ宛先（{recipient}）に、すぐに送信します。アドレスが誤っている場合は、先にアカウントの画面で訂正してください。リンクの期限切れなど、お知らせする内容がなくなったメールは送信されません。',
    againDone: '{recipient}宛てのメールを再送しています。受け取られなかった場合は、この一覧に残ります。',
    empty: '届かなかったメールはありません。届かないメールがあると、メールサーバーの応答とともにここに表示されます。',
  },
};

export default failedMails;
