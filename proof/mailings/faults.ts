import { killWhile, type OpenFlow } from '../kit/flow.ts';
import { seededRandom } from '../kit/random.ts';
import { oddAnswers } from '../kit/said.ts';
import { findFaults, repeatsIn } from './check.ts';
import { keepPressing, keepWithdrawing, type Market } from './clients.ts';
import { readStored, type Shown } from './evidence.ts';
import { makeScene, type Scene } from './scene.ts';

const faultsPerMailing = 3;
const mailingsMin = 3;

/**
 * An operator mails one notice after the other and presses each again and again under its key, and people withdraw. In the end what came is held
 * against what was pressed.
 */
export const mailing: OpenFlow = async ({ url, mail, gate, seed, faults: faultsPlanned, beside, clockMoves }) => {
  let over = false;
  const market: Market = {
    pressed: [],
    withdrawn: new Map(),
    statuses: new Map(),
    gate,
    isOver: () => over,
  };
  const mailings = Math.max(mailingsMin, Math.ceil(faultsPlanned / faultsPerMailing));
  const people = seededRandom(`${seed} people`);
  const scene = await beside((app) => makeScene({ app, url }, mailings, people, clockMoves));
  const acting = Promise.all([keepPressing(market, scene, mail), keepWithdrawing(market, scene, mail)]);
  acting.catch(() => undefined);
  return {
    acting,
    progress: () => mail.mails.length,
    rest: async () => {
      over = true;
      await acting;
    },
    check: async (kills) => {
      const { pressed, withdrawn } = market;
      const stored = await beside((app) => readStored(app, scene));
      const shown = await readShown(scene);
      const { mails } = mail;
      const faults = findFaults({ scene, pressed, withdrawn, mails, stored: { ...stored, shown }, kills });
      const sum = (count: (one: Shown) => number) => [...shown.values()].reduce((all, one) => all + count(one), 0);
      return {
        faults: [...faults, ...oddAnswers(market)],
        figures: {
          mailings: pressed.length,
          'answers to a press': pressed.reduce((all, { answers }) => all + answers.length, 0),
          'presses cut off by a kill': pressed.reduce((all, { cutOff }) => all + cutOff, 0),
          'mails received': mails.length,
          'of these repeats': repeatsIn(mails),
          'people who withdrew': withdrawn.size,
          'mails not sent any more': sum(({ dropped }) => dropped),
        },
      };
    },
    close: async () => void (over = true),
  };
};

export const killWhileMailing = killWhile(mailing);

async function readShown({ operator }: Scene): Promise<Map<string, Shown>> {
  const { body, text, status } = await operator.call('GET', `${operator.path}/mailings?pageSize=100`);
  if (status !== 200) throw new Error(text);
  return new Map((body.items as (Shown & { id: string })[]).map((one) => [one.id, one]));
}
