import type en from '../en/documents.ts';
import type { SameKeys } from '../same-keys.ts';

const documents: SameKeys<typeof en> = {
  names: {
    terms: '利用規約',
    'privacy-consent': '個人情報の取り扱いについて',
    'privacy-policy': '個人情報保護方針',
    'cookie-notice': 'クッキーとプライバシーについて',
    'cookie-policy': 'クッキーポリシー',
    manual: '操作マニュアル',
  },
  version: '{date} 施行',
  contents: '目次',
};

export default documents;
