import type { Look } from './walk.ts';

/** The two that the tests look with; `./engawa proof axe` has all eight. */
export const looks: Record<Look['language'], Look> = {
  ja: { language: 'ja', dark: false, width: 390 },
  en: { language: 'en', dark: true, width: 1920 },
};
