import type { CSSProperties } from 'react';

// Drawn on a 24 × 24 grid with a 2-unit pen.
const paths = {
  error: 'M12 3 22 20.5H2ZM12 9.5v5M12 17.4v.2',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v5.5M12 7.4v.2',
  success: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M8 12.3l2.8 2.8L16 9.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  left: 'M14.5 5.5 8 12l6.5 6.5',
  right: 'M9.5 5.5 16 12l-6.5 6.5',
  first: 'M18 5.5 11.5 12l6.5 6.5M7 5.5v13',
  last: 'M6 5.5 12.5 12 6 18.5M17 5.5v13',
  down: 'M5.5 9.5 12 16l6.5-6.5',
  ascending: 'M12 19V5M6.5 10.5 12 5l5.5 5.5',
  descending: 'M12 5v14M6.5 13.5 12 19l5.5-5.5',
  sortable: 'M8 9.5 12 5.5l4 4M8 14.5l4 4 4-4',
  user: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  users:
    'M9 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M2.5 19.5c.5-3.6 3.2-5.2 6.5-5.2s6 1.6 6.5 5.2M16 5.2a3.3 3.3 0 0 1 0 6M18 14.6c2 .7 3.2 2.3 3.5 4.9',
  building: 'M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3M16.5 13h.1M16.5 16.5h.1',
  swap: 'M4 8.5h13.5M13.5 4.5l4 4-4 4M20 15.5H6.5M10.5 11.5l-4 4 4 4',
  key: 'M8 11a4 4 0 1 1 0 8 4 4 0 0 1 0-8M11 12.5 19.5 4M16 7.5l3 3',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1',
  copy: 'M9 9h11v11H9ZM15 5.5V4H4v11h1.5',
  print: 'M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7Z',
  upload: 'M12 16V5M7 9.5 12 4.5l5 5M4.5 15.5v4h15v-4',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 16v3.5h15V16',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20.5 20.5',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.4M20 4.5v5h-5',
  eye: 'M2.5 12C5 7.5 8.2 5.5 12 5.5S19 7.5 21.5 12C19 16.5 15.8 18.5 12 18.5S5 16.5 2.5 12M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  eyeOff:
    'M4 4l16 16M9.7 6C16 4.5 19.5 8.5 21.5 12c-.8 1.4-1.7 2.6-2.7 3.5M6 8C4.6 9 3.5 10.3 2.5 12c3 5.2 7.5 7.3 12 6',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  logOut: 'M14 4.5H5v15h9M10 12h10.5M16.5 8l4 4-4 4',
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10M10 19.5v-5.5h4v5.5',
  document: 'M6 3.5h8l4.5 4.5v12.5H6ZM13.5 3.5V8.5h5M9 12.5h6.5M9 16h6.5',
  megaphone: 'M4 10v4h3l9 4.5v-13L7 10ZM7 14v5h2.5v-4M19.5 9.5c1 1.5 1 3.5 0 5',
  tools: 'M14.5 6.5a4 4 0 0 1 5-1l-2.6 2.6 1.5 1.5L21 7a4 4 0 0 1-5.4 5L8.5 19.2a2 2 0 0 1-3.7-3.7L12 8.4',
  report: 'M4.5 20h15M7 16.5v-5M12 16.5v-9M17 16.5v-7',
  lens: 'M4 7.5h4l1.5-2.5h5L16 7.5h4v11.5H4ZM12 9.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7',
  device: 'M5 4h14v16H5ZM8 8h8M8 11.5h8M12 15.5v.1',
  battery: 'M3 8h15v9H3ZM18 11h3v3h-3M6.5 12.5h5',
  drop: 'M12 3.5c3.6 4.4 6 7.4 6 10.6a6 6 0 0 1-12 0C6 10.9 8.4 7.9 12 3.5M9 14.5a3 3 0 0 0 3 3',
  mail: 'M3.5 6h17v12.5h-17ZM4 6.5l8 6.5 8-6.5',
} as const;

export type IconName = keyof typeof paths;

/** Always beside words: the icon itself says nothing to a screen reader. */
export function Icon({ name, size = '1.25em', style }: { name: IconName; size?: string; style?: CSSProperties }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', verticalAlign: '-0.2em', ...style }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
