/** Mails. Each has a subject and a text; the foot stands below every one. */
export default {
  someone: 'お客様',
  foot: `----
{site}
{address}
お問い合わせ: {contact} {mail}
このメールは自動で送信しています。このアドレスに返信いただいてもお答えできません。`,
  'sign-up-link': {
    subject: 'ログインIDの発行とパスワード設定のご案内',
    text: `{name} 様

{site}への登録を受け付けました。まだ登録は完了していません。
次のリンクを開いて、パスワードを設定してください。

ログインID: {loginId}
（大文字と小文字は区別されます）

パスワードの設定:
{link}

リンクの有効期限: {expires}
リンクは一度だけ使用できます。

設定後は、次の画面からログインできます。
{login}

ログインIDは大切に保管してください。
心当たりのない場合は、このメールを破棄してください。登録は完了しません。`,
  },
  'sign-up-code': {
    subject: '確認コードのお知らせ',
    text: `{name} 様

{site}への登録を受け付けました。まだ登録は完了していません。
登録の画面に、次の確認コードを入力してください。

確認コード: {code}

有効期限: {expires}
コードを再送した場合は、最後に届いたコードだけが有効です。

心当たりのない場合は、このメールを破棄してください。`,
  },
  'sign-up-taken': {
    subject: '登録のお申し込みについて',
    text: `このメールアドレスで、{site}への新しい登録のお申し込みがありました。
このメールアドレスはすでに登録されているため、新しい登録は行っていません。

お客様ご自身のお申し込みの場合は、登録済みのアカウントでログインしてください。
{login}

心当たりのない場合は、何もしていただく必要はありません。`,
  },
  'account-ready': {
    subject: '登録が完了しました',
    text: `{name} 様

{site}への登録が完了しました。

ログインID: {loginId}

ログイン:
{login}

ログインIDを忘れた場合や、登録に心当たりのない場合は、下記の窓口にご連絡ください。`,
  },
  'registration-keys': {
    subject: 'レジストレーションキーのお知らせ',
    text: `{site}で、次のレジストレーションキーを発行しました。

機器ID: {deviceId}（{category}）
設置場所: {installation}

{keys}

キーは1件ずつ機器に入力してください。キーは大切に保管してください。`,
    key: `{number}. レジストレーションキー: {registrationKey}
   品番: {productNumber}
   用途: {purpose}
   アクティベーションキー: {activationKey}`,
    'no-installation': '未登録',
  },
  'registration-key-moved': {
    subject: 'アクティベーションキーの機器IDが変更されました',
    text: `{site} の運営担当が、貴社でご使用のアクティベーションキーの機器IDを変更しました。

アクティベーションキー: {activationKey}
品番: {productNumber}
用途: {purpose}

これまでの機器ID: {from}
新しい機器ID: {to}
新しいレジストレーションキー: {registrationKey}
理由: {reason}

新しいレジストレーションキーを、新しい機器に入力してください。
これまでのレジストレーションキーは、これまでの機器では引き続き有効です。

お心当たりのない場合は、下記の窓口にお問い合わせください。`,
  },
} as const;
