import { newOperator } from '../../tools/test/accounts.ts';
import { newMember } from '../../tools/test/members.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const documents = '/o/$organization/agreements';
const password = 'steam over the green hills';

/** An operator who looks who has not agreed to the terms yet. */
export const agreementReader: Walk = {
  name: 'documents and who agreed',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const operator = await newOperator(scene);
    await operator.call('PATCH', '/session', { language: look.language });
    const loginId = `late${look.language}${look.width}@example.jp`;
    await newMember(scene, { site: 'conference', loginId, mail: loginId, password, agreed: false });
    await enterAs(someone, `${scene.url}/conference`, operator);
    await page.goto(`${scene.url}/conference${operator.path.replace('/organizations/', '/o/')}/agreements`);
    await heading(someone, words('agreements.documents.title'));
    await page.getByText(words('agreements.documents.states.in-force'), { exact: true }).first().waitFor();
    await stop('documents of the site', documents);
    const title = words('shell.documents.privacy-consent');
    await page.getByRole('link', { name: words('agreements.documents.owingLink', { document: title }) }).click();
    await heading(someone, words('agreements.people.title', { document: title }));
    await field(someone, words('agreements.people.text')).fill(loginId);
    await button(someone, words('ui.table.search')).click();
    await page.getByText(words('agreements.people.not'), { exact: true }).waitFor();
    await stop('who has to agree', `${documents}/$document`);
    await field(someone, words('agreements.people.state')).selectOption('');
    await button(someone, words('ui.table.search')).click();
    await page.getByText(words('ui.table.zeroHint')).waitFor();
    await stop('nobody who agreed', `${documents}/$document`);
  },
};
