import type en from '../en/shell.ts';
import type { SameKeys } from '../same-keys.ts';

const shell: SameKeys<typeof en> = {
  skip: '本文へ移動',
  home: 'ホーム',
  menu: 'メニュー',
  mainMenu: 'メインメニュー',
  closeMenu: '閉じる',
  footer: 'このサイトについて',
  otherLanguage: 'English',
  otherLanguageLabel: 'Show in English',
  language: '表示言語',
  japanese: '日本語',
  english: 'English',
  contact: 'お問い合わせ窓口',
  documents: {
    terms: '利用規約',
    'privacy-consent': '個人情報の取り扱いについて',
    'cookie-notice': 'クッキーとプライバシーについて',
  },
  documentVersion: '{date} 施行',
  documentEarlier: 'これは{date}に施行された版です。現在は別の版が有効です。',
  documentCurrent: '現在の版を表示する',
  sites: {
    title: 'サイトを選ぶ',
    lead: 'このサーバーでは次のサイトを公開しています。ご利用のサイトを選んでください。',
    none: 'このサーバーには、まだサイトがありません。',
  },
  account: {
    open: '{name}さんのアカウントメニュー',
    title: 'アカウント',
    page: '登録情報を見る',
    password: 'パスワードを変更する',
    loginId: 'ログインID',
    mail: 'メールアドレス',
    name: '氏名',
    organization: '法人・団体',
    role: '役割',
    logOut: 'ログアウト',
  },
  roles: { owner: '所有者', manager: '管理者', member: '担当者', viewer: '閲覧者' },
  welcome: {
    title: 'ホーム',
    greeting: 'ご利用になる機能を選んでください。',
    nothing: '現在ご利用いただける機能はありません。必要な機能がある場合は、サイトの窓口にお問い合わせください。',
    expires: {
      title: 'パスワードの有効期限まで、あと{days, number}日です',
      text: '期限までに変更してください。',
      link: 'パスワードを変更する',
    },
  },
  notFound: {
    title: 'ページが見つかりません',
    text: 'アドレスの誤り、ページの削除のほか、別の法人・団体のページである場合や、このサイトで提供していない機能である場合があります。',
    home: 'ホームへ戻る',
    sites: 'サイトの一覧へ戻る',
  },
  notPermitted: {
    title: 'この操作をする権限がありません',
    text: '現在の役割は「{role}」です。必要な場合は、{organization}の所有者または管理者に依頼してください。',
  },
  insecure: {
    title: 'HTTPSで接続してください',
    text: 'パスワードやキーは、暗号化された通信でのみ送信します。「https://」で始まるアドレスで開き直してください。アドレスが分からない場合は、サイトの運営担当にお問い合わせください。',
    local: 'このコンピューター自身からは、{address}でも利用できます。',
  },
  cookies: {
    title: 'クッキーが無効になっています',
    text: 'このサイトでは、ログインした方を確認するためにクッキーを使用します。ブラウザの設定でこのサイトのクッキーを許可してから、再読み込みしてください。',
    reload: '再読み込みする',
  },
  idle: '{minutes, number}分間操作がない場合は、自動的にログアウトします。',
};

export default shell;
