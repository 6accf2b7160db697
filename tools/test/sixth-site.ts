import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
 * Makes the folder of a site that nobody wrote code for: mail address as login ID, a code by mail, the default password
 * policy, no capabilities. Returns its path.
 */
export async function writeSixthSite(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'engawa-site-')), sixthSite);
  await mkdir(join(folder, 'terms'), { recursive: true });
  await writeFile(join(folder, 'site.yaml'), siteYaml);
  await writeFile(join(folder, 'terms', '2026-11-01.ja.md'), '# 利用規約\n\n湯沸かし器は安全にお使いください。\n');
  await writeFile(join(folder, 'terms', '2026-11-01.en.md'), '# Terms of use\n\nPlease use your kettle with care.\n');
  return folder;
}
