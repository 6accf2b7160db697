import type en from '../en/unlock-codes.ts';
import type { SameKeys } from '../same-keys.ts';

const unlockCodes: SameKeys<typeof en> = {
  title: 'キーコード',
  lead: 'どちらか一方を本体に入力してください。10進数と2進数は同じコードを表しています。',
  leadOne: '本体に入力してください。',
  decimal: '10進数',
  binary: '2進数',
  copy: 'キーコードをコピー',
  certificate: '登録証を印刷する',
  paper: {
    title: '登録証',
    part: '{serial}の登録証',
    lead: '本体の交換や移設の際に、キーコードが再び必要になることがあります。本体とともに保管してください。',
    device: '機器',
    owner: 'お客様と設置場所',
    serial: '製造番号',
    model: '型式',
    customer: 'お客様',
    user: '使用する会社',
    place: '設置場所',
    purchasedOn: 'ご購入日（使用開始日）',
    warrantyUntil: '保証期限',
    registeredAt: '登録日',
    printedAt: '印刷日：{day}',
    back: '機器の詳細に戻る',
  },
};

export default unlockCodes;
