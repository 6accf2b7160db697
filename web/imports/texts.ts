import type headingsEn from '../../domain/texts/en/headings.ts';
import type importTextsEn from '../../domain/texts/en/imports.ts';
import type { TextsOf } from '../texts/texts.tsx';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    imports: typeof importTextsEn;
    headings: typeof headingsEn;
  }
}

/** For the capabilities that offer an import: its pages speak with these words too. */
export const importTexts: Record<'imports' | 'headings', TextsOf> = {
  imports: {
    ja: () => import('../../domain/texts/ja/imports.ts'),
    en: () => import('../../domain/texts/en/imports.ts'),
  },
  headings: {
    ja: () => import('../../domain/texts/ja/headings.ts'),
    en: () => import('../../domain/texts/en/headings.ts'),
  },
};
