import { giveEndingLicences } from '../../tools/test/ending-licences.ts';
import { licenceSite } from '../../tools/test/licences.ts';
import { button, enterAs, field } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/licence-rehearsal';

/** An operator who asks what would happen to licences. */
export const rehearses: Walk = {
  name: 'rehearsal',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${licenceSite}`;
    const now = scene.app.clock.now();
    const lastDay = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 0)).toISOString().slice(0, 10);
    const ending = { lastDay, waitsUntil: `${now.getUTCFullYear() + 2}-06-30`, language: look.language };
    const { operator } = await giveEndingLicences(scene, ending);
    await enterAs(someone, site, operator);
    await page.goto(`${site}/o/${operator.organization}/licence-rehearsal?until=${lastDay}`);
    await page.getByRole('row').nth(1).waitFor();
    await stop('what would happen', own);
    await field(someone, words('licence-rehearsal.until')).fill('2020-01-01');
    await button(someone, words('licence-rehearsal.show')).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await stop('a day that is over', own);
  },
};
