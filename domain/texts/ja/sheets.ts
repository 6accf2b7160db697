import type en from '../en/sheets.ts';
import type { SameKeys } from '../same-keys.ts';

const sheets: SameKeys<typeof en> = {
  'activation-key': {
    title: 'アクティベーションキー',
    number: 'アクティベーションキーの番号',
    registrationId: 'レジストレーションID',
    productNumber: '品番',
    purpose: '用途',
    category: 'カテゴリー',
    step1: '{address} にログインし、「レジストレーションキーの発行」を選びます。',
    step2: '機器の機器IDと、このシートの番号・レジストレーションIDを入力します。',
    step3: '表示されたレジストレーションキーを、機器に入力します。',
    keep: '使用できる機器IDは1つだけです。レジストレーションIDは再表示できません。大切に保管してください。',
  },
};

export default sheets;
