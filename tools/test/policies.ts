import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSixthSite } from './sixth-site.ts';

/** A policy as customers of a portal have it who sign up with a mail address and a code; a password that expires opens nothing. */
export const codeAndResetByMail = `
accounts:
  signUps:
    - proof: { kind: code, digits: 6, life: { hours: 24 } }
      steps: [terms, form, confirm, code, password, done, login, consent]
  password: { min: 10, max: 16, characters: letters-digits-symbols, demand: [letter, digit, symbol] }
  passwordExpiry: { after: { days: 180 }, expired: reset-by-mail }
  reset: { kind: code, life: { hours: 24 } }
`;

/** A policy where somebody else hands over ID and password, and an expired one is changed at login. */
export const initialAndChangeAtLogin = `
accounts:
  signUps:
    - organization: customer
      by: operator
      loginId: { kind: given, min: 4, max: 20 }
      proof: { kind: initial-password, life: { hours: 24 } }
      steps: [login, password, terms, done]
  password: { min: 6, max: 512, characters: printable-ascii, demand: [lower, digit], refuseCommon: false }
  passwordExpiry: { after: { months: 3 }, expired: change-at-login }
  lockout: { kind: fixed, after: 5, seconds: 720 }
  reset: { kind: link, askedBy: mail-address, life: { minutes: 30 } }
`;

/** Writes the sixth site with a policy of its own and, beside its terms, a consent that is met after the first login. */
export function sixthSiteWith(policy: string): (folder: string) => Promise<void> {
  return async (folder) => {
    await writeSixthSite(folder, policy);
    const file = join(folder, 'site.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/(\n {2}- \{ name: terms, .*\})/, '$1\n  - { name: privacy-consent, met: after-first-login }'),
    );
    await writeVersion(folder, 'privacy-consent', '2026-11-01');
  };
}

/** Adds a version of a document to a site's folder, in both languages. */
export async function writeVersion(folder: string, document: string, version: string): Promise<void> {
  await mkdir(join(folder, document), { recursive: true });
  await writeFile(join(folder, document, `${version}.ja.md`), `# 見本\n\n${version}版の本文です。\n`);
  await writeFile(join(folder, document, `${version}.en.md`), `# Sample\n\nThis is the text of ${version}.\n`);
}
