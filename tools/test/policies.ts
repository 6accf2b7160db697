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

/** Two ways to sign up: dealers choose their ID, customers use their address; terms twice, and the phone number asked again. */
export const twoWays = `
accounts:
  signUps:
    - organization: dealer
      loginId: { kind: chosen, min: 3, max: 16 }
      proof: { kind: link, life: { days: 7 } }
      steps: [terms, form, confirm, link, terms, password, done, login]
      fields:
        - { field: organizationForm }
        - { field: company }
        - { field: department, required: false }
        - { field: postalCode }
        - { field: address1 }
        - { field: address2 }
        - { field: phone }
        - { field: name, refuse: [担当者, person in charge] }
        - { field: kana }
        - { field: mail }
        - { field: loginId }
      secondCheck: phone
    - organization: customer
      proof: { kind: link, life: { days: 7 } }
      steps: [terms, form, confirm, link, terms, password, done, login]
      fields: [{ field: name }, { field: phone }, { field: mail }, { field: mailAgain }]
      secondCheck: phone
  password: { min: 8, max: 16, demand: [lower, upper, digit], characters: printable-ascii, refuseCommon: false }
`;

/** Address and password first, then a code; the customer's data after the first login. */
export const addressFirst = `
accounts:
  signUps:
    - proof: { kind: code, digits: 6, life: { hours: 24 } }
      steps: [address-and-password, code, done, login, consent, customer-data]
      fields:
        - { field: company }
        - { field: name, refuse: [担当者, person in charge] }
        - { field: kana }
        - { field: department, required: false }
        - { field: phone }
        - { field: fax, required: false }
        - { field: news, required: false }
  password: { min: 10, max: 16, characters: letters-digits-symbols, demand: [letter, digit, symbol] }
  passwordExpiry: { after: { days: 180 }, expired: reset-by-mail }
  session: { announceIdle: true }
  reset: { kind: code, life: { hours: 24 } }
`;

/** Operators make dealers and customers, dealers make customers: by link, temporary or initial password. */
export const madeByOthers = `
accounts:
  signUps:
    - { organization: dealer, by: operator, proof: { kind: invitation }, fields: [{ field: company }, { field: personInCharge }] }
    - organization: customer
      by: operator
      loginId: { kind: given, min: 4, max: 20 }
      proof: { kind: invitation, initialPassword: true }
      fields: [{ field: company }, { field: name }, { field: phone, required: false }]
    - organization: customer
      by: dealer
      proof: { kind: invitation, temporaryPassword: true }
      fields: [{ field: name }]
  lockout: { kind: fixed, after: 5, seconds: 720 }
`;

type Met = 'before-password' | 'after-first-login';

/** Writes the sixth site with a policy of its own and, beside its terms, a consent that is met at a place. */
export function sixthSiteWith(policy: string, met: Met = 'after-first-login'): (folder: string) => Promise<void> {
  return async (folder) => {
    await writeSixthSite(folder, policy);
    const file = join(folder, 'site.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/(\n {2}- \{ name: terms, .*\})/, `$1\n  - { name: privacy-consent, met: ${met} }`),
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

/** Sites made for the tests, one for each kind of way to an account that no site of the repository is sure to have. */
export const twoWaysSite = 'garden';
export const addressFirstSite = 'mill';
export const madeByOthersSite = 'foundry';
export const policySites = {
  [twoWaysSite]: sixthSiteWith(twoWays, 'before-password'),
  [addressFirstSite]: sixthSiteWith(addressFirst),
  [madeByOthersSite]: sixthSiteWith(madeByOthers),
};
