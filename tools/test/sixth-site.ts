import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const siteYaml = `
name: { ja: 湯沸かし器ポータル, en: Kettle Portal }
maker: { ja: 見本湯沸かし製作所, en: Sample Kettle Works }
brand: { colour: "#8a3b12" }
contact:
  text: { ja: 湯沸かし器ポータル窓口, en: Kettle Portal desk }
  mail: desk@kettle.example.jp
mail: { sender: no-reply@kettle.example.jp }
documents:
  - { name: terms, met: before-form }
`;

/** The ID of the made-up maker's site. Nothing in the code knows it. */
export const sixthSite = 'kettle';

/**
 * Fills the folder of a site that nobody wrote code for: mail address as login ID, a code by mail, the default password
 * policy, no capabilities; `more` is added to its data.
 */
export async function writeSixthSite(folder: string, more = ''): Promise<void> {
  await mkdir(join(folder, 'terms'), { recursive: true });
  await writeFile(join(folder, 'site.yaml'), siteYaml + more);
  await writeFile(join(folder, 'terms', '2026-11-01.ja.md'), '# 利用規約\n\n湯沸かし器は安全にお使いください。\n');
  await writeFile(join(folder, 'terms', '2026-11-01.en.md'), '# Terms of use\n\nPlease use your kettle with care.\n');
}

/** A policy that no site of the repository has, to be given to `writeSixthSite` as `more`. */
export const policyOfNobody = `
accounts:
  signUps:
    - loginId: { kind: chosen, min: 6, max: 12 }
      proof: { kind: code, digits: 8, life: { minutes: 30 } }
      fields: [{ field: company }, { field: loginId }, { field: mail }, { field: mailAgain }]
  password: { min: 12, max: 64 }
  passwordExpiry: { after: { months: 12 }, expired: change-at-login }
  lockout: { kind: fixed, after: 3, seconds: 3600 }
`;
