import type en from '../../en/events/organizations.ts';
import type { SameKeys } from '../../same-keys.ts';

const organizations: SameKeys<typeof en> = {
  organization: {
    created: '法人・団体を作成しました',
    changed: '法人・団体の情報を変更しました',
    closed: '法人・団体を閉鎖しました',
    moved: '法人・団体の担当を変更しました',
    'passed-on': '閉鎖に伴い、法人・団体の担当を引き継ぎました',
  },
  grant: {
    given: '法人・団体に対する権限を付与しました',
    linked: '機器の担当の権限を引き継ぎました',
    ended: '法人・団体に対する権限を終了しました',
  },
  invitation: {
    sent: '利用者を招待しました',
    withdrawn: '招待を取り消しました',
  },
  member: {
    'role-changed': '利用者の役割を変更しました',
    removed: '利用者を外しました',
    left: '法人・団体から脱退しました',
  },
  ownership: {
    offered: '所有者の引き継ぎを依頼しました',
    'handed-over': '所有者を引き継ぎました',
    'offer-ended': '所有者の引き継ぎの依頼を終了しました',
  },
  'api-keys': {
    made: 'APIキーを作成しました',
    revoked: 'APIキーを無効にしました',
  },
  webhooks: {
    made: 'Webhook を作成しました',
    changed: 'Webhook を変更しました',
    paused: 'Webhook を停止しました',
    'switched-on': 'Webhook を再開しました',
    'switched-off': 'Webhook が停止されました',
    removed: 'Webhook を削除しました',
    'secret-renewed': 'Webhook の署名鍵を作り直しました',
    'sent-anew': 'Webhook に出来事を再送しました',
    tested: 'Webhook にテストを送信しました',
  },
  acting: {
    started: '代理操作を開始しました',
    ended: '代理操作を終了しました',
  },
  'maintenance-links': {
    begun: '保守紐付けを開始しました',
    changed: '保守紐付けを変更しました',
    ended: '保守紐付けを終了しました',
    opened: '紐付け先の機器を開きました',
    'dealers-guessed': '見つからない販売店コードが続けて入力されました',
  },
  'maintenance-addresses': {
    changed: '保守担当者メールアドレスを変更しました',
    'link-sent': '保守担当者メールアドレスに確認のメールを送りました',
    proved: '保守担当者メールアドレスを確認しました',
  },
  'mail-notices': {
    changed: 'メール通知の設定を変更しました',
  },
  'monthly-reports': {
    asked: '月次レポートを請求しました',
    changed: '月次レポートの設定を変更しました',
    due: '月次レポートを送りました',
  },
  club: {
    joined: 'ご愛用者登録を開始しました',
    left: 'ご愛用者登録を終了しました',
  },
};
export default organizations;
