import type en from '../en/operations.ts';
import type { SameKeys } from '../same-keys.ts';

const operations: SameKeys<typeof en> = {
  menu: { maintenance: 'メンテナンス' },
};

export default operations;
