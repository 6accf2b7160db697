import type consentTexts from '../../domain/texts/en/consents.ts';
import type passwordTexts from '../../domain/texts/en/passwords.ts';
import type { TextsOf } from '../texts/texts.tsx';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    passwords: typeof passwordTexts;
    consents: typeof consentTexts;
  }
}

/** Beside the words of accounts: passwords that are forgotten or changed, documents that are agreed to. */
export const moreAccountTexts: Record<string, TextsOf> = {
  passwords: {
    ja: () => import('../../domain/texts/ja/passwords.ts'),
    en: () => import('../../domain/texts/en/passwords.ts'),
  },
  consents: {
    ja: () => import('../../domain/texts/ja/consents.ts'),
    en: () => import('../../domain/texts/en/consents.ts'),
  },
};
