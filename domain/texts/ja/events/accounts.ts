import type en from '../../en/events/accounts.ts';
import type { SameKeys } from '../../same-keys.ts';

const accounts: SameKeys<typeof en> = {
  'sign-up': {
    requested: '利用登録を申し込みました',
    'not-mailed': '利用登録の申し込みにメールを送りませんでした',
    'code-refused': '利用登録の確認コードが違っていました',
    'phone-refused': '利用登録で確認の電話番号が違っていました',
    proved: '利用登録のメールアドレスを確認しました',
    withdrawn: '利用登録の申し込みを取り下げました',
  },
  user: {
    created: '利用者を登録しました',
    invited: '利用者にパスワード設定のメールを送りました',
    changed: '自分の表示の設定を変更しました',
    erased: '利用者の個人情報を消去しました',
  },
  login: {
    done: 'ログインしました',
    ended: 'ログアウトしました',
    refused: 'ログインできませんでした',
    'second-step': 'ログインの2段階目に進みました',
  },
  'login-id': {
    changed: 'ログインIDを変更しました',
  },
  'login-ids': {
    asked: 'ログインIDの問い合わせを受け、メールで知らせました',
    'not-mailed': 'ログインIDの問い合わせを受けましたが、メールを送りませんでした',
  },
  account: {
    changed: 'アカウント情報を変更しました',
  },
  address: {
    corrected: '利用者のメールアドレスを訂正しました',
  },
  'mail-change': {
    asked: 'メールアドレスの変更を申し込みました',
    'given-up': 'メールアドレスの変更を取りやめました',
  },
  mail: {
    changed: 'メールアドレスを変更しました',
    removed: 'メールアドレスを削除しました',
    dead: 'メールを届けられませんでした',
    'handed-again': 'メールを再送しました',
  },
  password: {
    changed: 'パスワードを変更しました',
    refused: '現在のパスワードが違っていました',
  },
  'password-reset': {
    asked: 'パスワードの再設定を申し込みました',
    'not-mailed': 'パスワードの再設定の申し込みにメールを送りませんでした',
    'code-refused': 'パスワードの再設定の確認コードが違っていました',
    proved: 'パスワードの再設定で本人を確認しました',
  },
  'temporary-password': {
    unanswered: '仮パスワードの利用者がまだログインしていないことを知らせました',
  },
  consent: {
    given: '規約などに同意しました',
    declined: '規約などに同意しませんでした',
  },
  news: {
    agreed: '製品情報のお知らせメールの受け取りに同意しました',
    withdrawn: '製品情報のお知らせメールの受け取りをやめました',
  },
  session: {
    ended: 'ほかのログインを1件終了しました',
    'others-ended': 'ほかのログインをすべて終了しました',
  },
  'second-factor': {
    on: '2段階認証を有効にしました',
    off: '2段階認証を解除しました',
    refused: '2段階認証で確認できませんでした',
  },
  totp: {
    added: '認証アプリを登録しました',
    removed: '認証アプリを削除しました',
  },
  passkey: {
    added: 'パスキーを登録しました',
    removed: 'パスキーを削除しました',
    renamed: 'パスキーの名前を変更しました',
  },
  'recovery-code': {
    used: 'リカバリーコードを使いました',
  },
  'recovery-codes': {
    made: 'リカバリーコードを作成しました',
  },
  codes: {
    guessed: '確認コードの誤入力が多いため、確認を厳しくしました',
  },
};
export default accounts;
