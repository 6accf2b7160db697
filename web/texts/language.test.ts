import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';

describe('P-21 the language of a visitor', () => {
  it.each([
    ['?lang=en', 'language=ja', ['ja'], 'en'],
    ['?lang=fr', 'a=b; language=en', ['ja'], 'en'],
    ['', 'xlanguage=en', ['ja-JP', 'en'], 'ja'],
    ['', '', ['fr-FR', 'en-GB'], 'en'],
    ['', '', ['fr'], 'ja'],
  ])('%s with cookie %s in a browser for %o is %s', (search, cookies, preferred, expected) => {
    expect(chooseLanguage(search, cookies, preferred)).toBe(expected);
  });
});
