/** Organizations of the demo that have to do with licences. */
export type Actor = 'dealer' | 'subDealer' | 'company' | 'sakura' | 'hinata';
export type StoryLine = {
  type: string;
  termMonths: number;
  quantity: number;
  /** Installations of devices for which some are set aside. */
  aside?: readonly string[];
};
export type StoryDevice = { model: string; installation: string; on?: string };

/** What somebody did, in the month so many before this one. */
export type Act = { monthsAgo: number } & (
  | { orders: string; lines: readonly StoryLine[] }
  | { passesOn: readonly StoryLine[] }
  | { assigns: readonly StoryLine[]; by: 'dealer' | 'subDealer'; to: Actor }
  | { registers: readonly StoryDevice[]; of: Actor }
);

const line = (type: string, termMonths: number, quantity: number, ...aside: string[]): StoryLine => ({
  type,
  termMonths,
  quantity,
  aside,
});

/**
 * What happened before the demo begins, in its order. A licence of twelve months ends with the thirteenth month after that in which it was assigned: one
 * ended long ago, some end with this month, one with the next, the others run on.
 */
export const story: readonly Act[] = [
  { monthsAgo: 16, orders: 'MIHON-L-0001', lines: [line('recorder', 12, 4), line('direct', 12, 3)] },
  { monthsAgo: 15, by: 'dealer', to: 'company', assigns: [line('recorder', 12, 1)] },
  {
    monthsAgo: 15,
    of: 'company',
    registers: [
      { model: 'VR-16', installation: '事務室の棚' },
      { model: 'VC-20', installation: '倉庫', on: '事務室の棚' },
    ],
  },
  { monthsAgo: 13, by: 'dealer', to: 'company', assigns: [line('recorder', 12, 2), line('direct', 12, 1)] },
  {
    monthsAgo: 13,
    of: 'company',
    registers: [
      { model: 'VC-20', installation: '玄関', on: '事務室の棚' },
      { model: 'VC-20', installation: '駐車場', on: '事務室の棚' },
      { model: 'VC-30D', installation: '守衛室' },
    ],
  },
  { monthsAgo: 12, by: 'dealer', to: 'sakura', assigns: [line('direct', 12, 1)] },
  { monthsAgo: 12, of: 'sakura', registers: [{ model: 'VC-30D', installation: '工房の入口' }] },
  {
    monthsAgo: 3,
    orders: 'MIHON-L-0002',
    lines: [line('recorder', 12, 10), line('recorder', 36, 5), line('direct', 12, 4)],
  },
  { monthsAgo: 3, passesOn: [line('recorder', 12, 4), line('direct', 12, 1)] },
  { monthsAgo: 2, by: 'dealer', to: 'company', assigns: [line('recorder', 36, 1)] },
  { monthsAgo: 2, of: 'company', registers: [{ model: 'VC-20', installation: '事務室', on: '事務室の棚' }] },
  { monthsAgo: 2, by: 'subDealer', to: 'hinata', assigns: [line('recorder', 12, 1)] },
  {
    monthsAgo: 2,
    of: 'hinata',
    registers: [
      { model: 'VR-16', installation: '職員室' },
      { model: 'VC-20', installation: '園庭', on: '職員室' },
    ],
  },
  { monthsAgo: 1, orders: 'MIHON-L-0003', lines: [line('recorder', 84, 2), line('direct', 60, 3)] },
  { monthsAgo: 1, by: 'dealer', to: 'company', assigns: [line('recorder', 12, 2, '玄関')] },
];

/** Assigned by itself on the first day of the next month: in the month in which that device's licence ends, no day of it is lost. */
export const planned = { to: 'sakura', line: line('direct', 12, 1, '工房の入口') } as const;
