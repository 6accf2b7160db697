import type closedTexts from '../../domain/texts/en/closed.ts';
import type noticeTexts from '../../domain/texts/en/notices.ts';
import type { TextsOf } from '../texts/texts.tsx';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    notices: typeof noticeTexts;
    closed: typeof closedTexts;
  }
}

/** Notices and maintenance speak with the same words: both are what the maker announces. */
export const noticeTextsOf: TextsOf = {
  ja: () => import('../../domain/texts/ja/notices.ts'),
  en: () => import('../../domain/texts/en/notices.ts'),
};

export const closedTextsOf: TextsOf = {
  ja: () => import('../../domain/texts/ja/closed.ts'),
  en: () => import('../../domain/texts/en/closed.ts'),
};
