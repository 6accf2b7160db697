import texts from '../contact-requests.ts';

/** お問い合わせに関するメール（P-06）。 */
export default {
  'contact-request-words': { none: '－' },
  'contact-request-kinds': texts.kinds,
  'contact-request-opened': {
    subject: 'お問い合わせ：{kind}',
    text: `{known, select, yes {{site} の利用者からお問い合わせがありました。} other {{site} で、ログインしていない方からお問い合わせがありました。お名前、アドレス、会社・団体名は、送信者が入力したものです。}}

お名前: {name}
ログインID: {loginId}
メールアドレス: {mail}
会社・団体名: {organization}
種類: {kind}
機器・キー・ライセンス: {about}

{text}

次のページで回答してください。回答はメールで送信され、お問い合わせとともに保管されます。
{page}`,
  },
  'contact-request-received': {
    subject: 'お問い合わせを受け付けました',
    text: `{site} のお問い合わせフォームで、回答先としてこのアドレスが入力されました。

お問い合わせをされた方は、このままお待ちください。メールで回答します。
お心当たりがないときは、このメールを破棄してください。担当者が回答する場合を除き、これ以外のメールは送信しません。`,
  },
  'contact-request-answered': {
    subject: 'お問い合わせへの回答',
    text: `{site} でいただいたお問い合わせに回答します。

{answer}

お問い合わせの内容とこれまでの回答は、次のページで確認できます。
{page}`,
  },
  'contact-request-answered-stranger': {
    subject: 'お問い合わせへの回答',
    text: `{site} のお問い合わせフォームで、回答先としてこのアドレスが入力されました。次のとおり回答します。

{answer}

ほかのお問い合わせは、次のフォームをご利用ください。
{page}`,
  },
} as const;
