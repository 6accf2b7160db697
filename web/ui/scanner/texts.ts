import type scannerTextsEn from '../../../domain/texts/en/scanner.ts';
import type { TextsOf } from '../../texts/texts.tsx';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    scanner: typeof scannerTextsEn;
  }
}

/** For the capabilities whose pages read codes with the camera. */
export const scannerTexts: Record<string, TextsOf> = {
  scanner: {
    ja: () => import('../../../domain/texts/ja/scanner.ts'),
    en: () => import('../../../domain/texts/en/scanner.ts'),
  },
};
