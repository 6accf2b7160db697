import type en from '../../en/problems/counters.ts';
import type { SameKeys } from '../../same-keys.ts';

const counters: SameKeys<typeof en> = {
  'period-unreadable': '月（日別の場合は日付）を指定してください。',
  'period-backwards': '終わりが始まりより前になっています。始まり以降を指定してください。',
  'period-future': 'まだ始まっていない期間です。今日までの期間を指定してください。',
  'period-before-kept': '{first} より前のカウンターは保存されていません。それ以降を指定してください。',
  'months-many': '一度に表示できるのは {max} か月までです。終わりは {last} までを指定してください。',
  'days-many': '日別で表示できるのは {max} か月間までです。終わりは {last} までを指定してください。',
  'name-empty': 'グループ名を入力してください。',
  'name-long': 'グループ名が長すぎます。半角 {max} 文字（全角は 2 文字と数えます）までです。いまは {width} 文字です。',
  'name-character': "「{character}」はグループ名に使えません。\" % & '' / ; < > \\ ¥ と半角カタカナは使えません。",
  'name-taken': '同じ名前のグループがあります（大文字と小文字、全角と半角は区別しません）。別の名前にしてください。',
  'groups-many': 'グループは {max} 個まで作れます。使っていないグループを削除してください。',
  'grouped-already': '選んだ機器の一部が、すでに別のグループに入っています。一覧を見直してください。',
  'zone-unknown': '一覧からタイムゾーンを選んでください。',
  'group-unknown': 'このグループはもうありません。ほかのグループを選んでください。',
  'device-unknown': '選んだ機器の一部が見つかりません。一覧を見直してください。',
  'counter-unknown': 'この機器の型式に「{code}」というカウンターはありません。',
  'reading-unknown': 'この機器には、その日時のカウンターの値がありません。',
  'paper-none': '用紙サイズを1つ以上選んでください。',
};

export default counters;
