import type en from '../en/consents.ts';
import type { SameKeys } from '../same-keys.ts';

const consents: SameKeys<typeof en> = {
  title: '内容の確認と同意',
  lead: '次の文書が新しく定められたか、改定されました。お読みのうえ、同意いただくと先に進めます。',
  version: '{date} 施行',
  area: '「{name}」の本文',
  agree: '同意して次へ',
  decline: '同意しない',
  declined: {
    title: '同意いただけませんでした',
    text: 'ログアウトしました。アカウントの内容は変更も削除もされていません。いつでもログインしていただけますが、その際にもう一度同意をお願いします。',
    contact: '文書についてのご質問や、アカウントの削除をご希望の場合は、サイトの窓口にお問い合わせください。',
    logIn: 'ログイン画面へ',
  },
  history: {
    title: '文書と同意の記録',
    lead: 'このサイトの文書と、同意いただいた版を確認できます。',
    inForce: '現在の文書',
    agreed: '同意いただいた文書',
    document: '文書',
    versionColumn: '施行日',
    agreedAt: '同意した日時',
    none: '同意をお願いした文書はまだありません。',
    noneHint: '同意いただいた文書が、版と日付とともにここに表示されます。',
    noDocuments: 'このサイトには、同意をお願いする文書はありません。',
    noDocumentsHint: '定められたときは、ログインの際に同意をお願いし、ここにも表示します。',
    not: '未同意',
  },
};

export default consents;
