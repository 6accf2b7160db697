import type en from '../en/agreements.ts';
import type { SameKeys } from '../same-keys.ts';

/** サイトの文書と同意の状況（運営担当向け、P-03、P-26）。 */
const agreements: SameKeys<typeof en> = {
  menu: { agreements: '文書と同意の状況' },
  documents: {
    title: '文書と同意の状況',
    lead: 'このサイトの文書のすべての版と、同意した方の人数です。文書そのものはサイトのデータにあり、この画面では変更できません。',
    none: 'このサイトには文書がありません。',
    noneHint: '利用規約などの文書は、サイトのデータに加えると、ここに表示されます。',
    agreedToBy: {
      people: '運営担当を除くすべての利用者に、有効な版への同意を、遅くとも次のログイン時にお願いします。',
      browsers: 'ログイン画面の前に、ブラウザーごとに一度表示します。読んだ方の記録は残りません。',
      nobody: '閲覧用の文書です。同意の必要はありません。',
    },
    owing: '{count, plural, =0 {同意が必要な方は残っていません。} other {あと#人の同意が必要です。}}',
    owingLink: '「{document}」への同意が必要な方',
    versionsOf: '「{document}」の版',
    version: '施行日',
    coming: '{date}から有効',
    state: '状態',
    states: { coming: '施行前', 'in-force': '有効', former: '旧版' },
    languages: '本文',
    languageNames: { ja: '日本語', en: '英語' },
    noText: 'サイトのデータにはありません',
    agreed: '同意した方',
    agreedBy: '{count, plural, other {#人}}',
    agreedLink: '「{document}」{date}版に同意した方',
    read: '「{document}」{date}版を読む',
  },
  people: {
    title: '「{document}」への同意',
    lead: '同意した方とその版・日時、またはこれから同意が必要な方の一覧です。同意した方は、アカウントを終了したあとも一覧に残ります。',
    searchLabel: '同意の検索',
    searchHint: '氏名・ログインID・アドレス・法人・団体は一部だけでも検索できます。日付は{zone}の日付です。',
    text: '氏名・ログインID・アドレス・法人・団体',
    state: '状態',
    anyState: '同意済み',
    states: { owing: '同意が必要' },
    version: '版',
    anyVersion: 'すべて',
    name: '同意の一覧',
    user: '利用者',
    organization: '法人・団体',
    agreedAt: '同意日時',
    noVersion: '－',
    not: '未同意',
    left: 'アカウントは終了しています',
    erased: '消去済み',
    empty: '同意した方が、ここに表示されます。これから同意が必要な方は、上の条件で探せます。',
    back: 'すべての文書',
  },
};

export default agreements;
