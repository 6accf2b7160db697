import type exportTextsEn from '../../domain/texts/en/exports.ts';
import type { TextsOf } from '../texts/texts.tsx';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    exports: typeof exportTextsEn;
  }
}

/** For the capabilities that offer a file: their pages speak with these words too. */
export const exportTexts: Record<string, TextsOf> = {
  exports: {
    ja: () => import('../../domain/texts/ja/exports.ts'),
    en: () => import('../../domain/texts/en/exports.ts'),
  },
};
