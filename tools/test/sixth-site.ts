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

/** Devices that count what no site of the repository counts, to be given to `writeSixthSite` as `more`. */
export const countersOfNobody = `
capabilities:
  devices:
    noun: { one: { ja: マシン, en: machine }, many: { ja: マシン, en: machines } }
    registration: { fields: [{ field: installation }] }
    types: [{ id: brewer, name: { ja: コーヒーマシン, en: coffee machine } }]
    models:
      - id: KC-100
        name: { ja: 見本コーヒーマシン 100, en: Sample coffee machine 100 }
        type: brewer
        serial: { parts: [{ kind: literal, text: KC }, { kind: digits, length: 8 }] }
        claimCode: true
        counters:
          - { code: total, name: { ja: 総数, en: Total }, total: true, counts: uses, unit: &cups { ja: 杯, en: cups } }
          - { code: black, name: { ja: ブラック, en: Black coffee }, unit: *cups }
          - { code: milk, name: { ja: ミルク入り, en: With milk }, unit: *cups }
      - id: KC-200
        name: { ja: 見本コーヒーマシン 200, en: Sample coffee machine 200 }
        type: brewer
        serial: { parts: [{ kind: literal, text: KD }, { kind: digits, length: 8 }] }
        claimCode: true
        counters:
          - { code: total, name: { ja: 総数, en: Total }, total: true, counts: uses, unit: *cups }
          - { code: beans_changed, name: { ja: 豆の交換, en: Bean changes } }
          - { code: black, name: { ja: 黒, en: Plain }, unit: *cups }
  readings: { factorySecret: { master: kettle-1 } }
  alarms: {}
  counters: {}
  departments: {}
  monthly-reports: { day: 5 }
  mail-notices: { events: [error, warning, monthly-report], usual: { owner: [], others: [] } }
`;

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
