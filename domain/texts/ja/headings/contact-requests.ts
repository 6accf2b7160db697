import texts from '../contact-requests.ts';

/** お問い合わせのファイル。 */
export default {
  'contact-requests': {
    createdAt: '送信日時',
    state: '状態',
    kind: '種類',
    name: 'お名前',
    loginId: 'ログインID',
    mail: 'メールアドレス',
    organization: '会社・団体名',
    device: '機器',
    about: '入力された機器・キー・ライセンス',
    text: '内容',
  },
  'contact-request-kinds': texts.kinds,
  'contact-request-states': texts.states,
} as const;
