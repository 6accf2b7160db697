import type en from '../en/unit.ts';
import type { SameKeys } from '../same-keys.ts';

const unit: SameKeys<typeof en> = {
  title: '会議ユニット（シミュレーター）',
  home: '機器情報',
  deviceId: '機器ID',
  featuresOn: '有効な機能',
  noneOn: '有効な機能はまだありません。',
  feature: '機能',
  featureUnnamed: '機能 {code}',
  key: 'レジストレーションキー',
  enteredAt: '有効にした日時',
  restarts: '再起動の回数',
  addFeature: '機能を追加する',
  otherLanguage: 'English',
  firstStart: '初回起動',
  firstStartHint: 'この機器の管理者パスワードを設定してください。工場出荷時のパスワードはありません。',
  adminPassword: '管理者パスワード（数字4～10桁）',
  adminPasswordAgain: '管理者パスワード（確認）',
  setPassword: '設定する',
  login: '管理者ログイン',
  loginHint: '機能を追加するには、管理者としてログインしてください。',
  logIn: 'ログイン',
  logOut: 'ログアウト',
  keyHint:
    '16文字（0～9、A～F）を4つの欄に入力するか、最初の欄にキー全体を貼り付けてください。一度に入力できるキーは1つです。',
  keyPart: '{from}～{to}文字目',
  save: '保存する',
  askTitle: '保存して再起動しますか？',
  ask: 'キーを確認しました。再起動すると「{feature}」が有効になります。進行中の会議は終了します。',
  restart: '保存して再起動する',
  cancel: 'キャンセル',
  accepted: 'レジストレーションキーを受け付け、再起動しました。',
  'authentication-failed':
    'レジストレーションキーの認証に失敗しました。何も変更していません。キーと、発行したときの機器IDを確認し、もう一度入力してください。',
  'key-missing': 'レジストレーションキーを入力してください。',
  'already-on': 'このキーの機能はすでに有効です。何も変更していません。',
  'password-digits': '{min}桁以上{max}桁以内の数字にしてください。',
  'password-differs': '2つのパスワードが一致しません。同じ数字を2回入力してください。',
  'password-wrong': '管理者パスワードが違います。',
  locked: 'パスワードの誤りが続いています。{seconds}秒後にもう一度お試しください。',
  'not-found': 'ページがありません。',
  refused: 'この要求は受け付けられません。',
  error: '確認してください：',
};

export default unit;
