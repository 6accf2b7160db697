import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';
import { importTexts } from './texts.ts';

/** Uploaded files of every kind. The capabilities that take files have its page in their menus. */
export const imports: Descriptor = {
  name: 'imports',
  always: true,
  texts: importTexts.imports,
  moreTexts: { headings: importTexts.headings, ...exportTexts },
  pages: [
    {
      path: '/o/$organization/imports',
      audience: 'logged-in',
      permission: 'imports:read',
      load: () => import('./list-page.tsx'),
    },
  ],
  menu: [],
  cards: [],
  waiting: [
    {
      title: 'states.previewed',
      permission: 'imports:read',
      load: async (organization) => (await import('./waiting.ts')).filesToConfirm(organization),
    },
  ],
};
