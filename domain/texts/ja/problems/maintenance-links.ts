import type en from '../../en/problems/maintenance-links.ts';
import type { SameKeys } from '../../same-keys.ts';

const maintenanceLinks: SameKeys<typeof en> = {
  'dealer-unknown':
    'このログインIDと電話番号の組み合わせに当てはまる販売店はありません。どちらか、または両方が違っています。販売店に、ログインIDと登録している電話番号をご確認ください。',
  'too-many-tries':
    '販売店の照合の失敗が続いています。販売店にログインIDと電話番号を確認し、{minutes}分後にもう一度お試しください。',
  'own-organization': 'ご自身の法人・団体です。担当を依頼する販売店のログインIDを入力してください。',
  'choose-devices': '対象を1つ以上選択するか、「すべて」を選択してください。',
  'zone-unknown': '一覧からタイムゾーンを選んでください。',
  'group-unknown': 'このグループはもうありません。ほかのグループを選んでください。',
  'device-unknown': 'お客様のものではない機器が含まれています。画面を再読み込みして、選択し直してください。',
  'already-linked':
    '選択した機器は、すでにこの販売店と紐付いています。紐付けの一覧で、その紐付けの内容を変更してください。',
  day: '日付を入力してください（例：2026-12-31）。',
  'until-past': '今日以降の日付を入力してください。',
  'until-far': '{latest}までの日付を入力するか、空欄にしてください。',
  'link-over': 'この紐付けは、すでに終了しています。必要な場合は、改めて紐付けてください。',
};

export default maintenanceLinks;
