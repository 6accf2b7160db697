import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../server/config.ts';
import { sitDown } from './people.ts';
import { agreementReader } from './pages/agreements.ts';
import { alarmed } from './pages/alarms.ts';
import { keyMaker } from './pages/api-keys.ts';
import { webhookMaker } from './pages/webhooks.ts';
import { announcer } from './pages/announcer.ts';
import { accountOperator, accountOwner } from './pages/account.ts';
import { asker } from './pages/contact-requests.ts';
import { counterReader } from './pages/counters.ts';
import { customerKeeper } from './pages/customers.ts';
import { dealer } from './pages/dealer.ts';
import { dealerMakes, operatorMakes } from './pages/makers.ts';
import { deviceCounterReader } from './pages/device-counters.ts';
import { departmentOwner } from './pages/departments.ts';
import { deviceOperator, deviceOwner } from './pages/devices.ts';
import { mailKeeper } from './pages/failed-mails.ts';
import { jobLooker } from './pages/jobs.ts';
import { flowOwner } from './pages/power-flow.ts';
import { gatewayDealer } from './pages/gateways.ts';
import { told } from './pages/mail-notices.ts';
import { mailer } from './pages/mailings.ts';
import { operator } from './pages/operator.ts';
import { organizationOperator, organizationOwner } from './pages/organizations.ts';
import { careful } from './pages/second-factor.ts';
import { forgetful, resetByCode } from './pages/passwords.ts';
import { printerOwner } from './pages/printers.ts';
import { placesLicences } from './pages/placements.ts';
import { rehearses } from './pages/rehearsal.ts';
import { reports } from './pages/reports.ts';
import { settingsOfGateway } from './pages/settings.ts';
import { signUpByCode, signUpByLink } from './pages/sign-up.ts';
import { licenceAssign } from './pages/licence-assign.ts';
import { links } from './pages/links.ts';
import { stockKeeper } from './pages/licence-stock.ts';
import { lockedUnitOwner } from './pages/locked-unit.ts';
import { tonerKeeper } from './pages/toner.ts';
import { handOvers } from './pages/transfers.ts';
import { unitOwner } from './pages/unit.ts';
import { addressFirst, dealerSignsUp } from './pages/ways.ts';
import type { JourneyWalk, Look, Scene, Visit, Walk } from './pages/walk.ts';

/** The ways to an account: `e2e/accounts/sign-ups.test.ts` takes each of them and looks at its stops. */
export const signUpWalks: readonly JourneyWalk[] = [dealerSignsUp, addressFirst, operatorMakes, dealerMakes];

/** With these, every page of the web app and of a unit, in the states people meet it in. A new page is added to one of these walks. */
export const otherWalks: readonly Walk[] = [
  signUpByCode,
  signUpByLink,
  forgetful,
  resetByCode,
  announcer,
  keyMaker,
  webhookMaker,
  asker,
  mailer,
  careful,
  dealer,
  reports,
  accountOwner,
  accountOperator,
  operator,
  mailKeeper,
  jobLooker,
  agreementReader,
  organizationOwner,
  organizationOperator,
  deviceOwner,
  deviceOperator,
  handOvers,
  gatewayDealer,
  flowOwner,
  settingsOfGateway,
  links,
  unitOwner,
  lockedUnitOwner,
  alarmed,
  printerOwner,
  told,
  counterReader,
  deviceCounterReader,
  tonerKeeper,
  placesLicences,
  rehearses,
  stockKeeper,
  departmentOwner,
  customerKeeper,
  licenceAssign,
];

/** What the shell brings by itself; the rest of the routes comes from the descriptors of the capabilities. */
const shellRoutes = ['/', '/documents/$document'];
/** These lead on at once and show nothing of their own. */
const leadingOn = [
  '/sign-up',
  '/account/edit',
  '/customer-data',
  '/o/$organization/accounts/$user/edit',
  '/o/$organization/new-account',
  '/o/$organization/members/invite',
  '/o/$organization/organizations/new',
  '/o/$organization/devices/register',
  '/o/$organization/devices/$device/edit',
  '/o/$organization/devices/scan',
  '/account/maintenance-addresses/edit',
  '/o/$organization/maintenance-links/new',
  '/o/$organization/licences/assign',
  '/transfers/$transfer',
];

export type Stop = { walk: string; name: string; route: string | null };

/** Walks past pages with the eyes of `look`; `see` is called at each stop. */
export async function takeWalks(
  walks: readonly Walk[],
  scene: Scene,
  look: Look,
  see: (visit: Visit, name: string) => Promise<void>,
): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (const walk of walks) {
    const context = await scene.browser.newPerson({ ...look, height: look.width < 600 ? 844 : 1080 });
    const someone = await sitDown(context, look.language);
    const visit: Visit = {
      scene,
      look,
      someone,
      stop: async (name, route) => {
        stops.push({ walk: walk.name, name, route });
        // What a link leads to may still be on its way: a page is there when its heading is.
        await someone.page.locator('h1').first().waitFor();
        await see(visit, name);
      },
    };
    await walk.go(visit);
    if (someone.complaints.length > 0) throw new Error(`${walk.name}: ${someone.complaints.join('; ')}`);
    await context.close();
  }
  return stops;
}

/** Routes of the web app that are not among those of any stop. */
export async function routesNotSeen(routesOfStops: readonly string[]): Promise<{ routes: number; notSeen: string[] }> {
  const routes = [...shellRoutes, ...(await capabilityRoutes())];
  const seen = new Set([...routesOfStops, ...leadingOn]);
  return { routes: routes.length, notSeen: routes.filter((route) => !seen.has(route)) };
}

/** By a path that is not a literal: the web app is compiled with settings of its own. */
async function capabilityRoutes(): Promise<string[]> {
  const file = pathToFileURL(join(checkout, 'web', 'capabilities.ts')).href;
  const { capabilities } = (await import(file)) as { capabilities: { pages: { path: string }[] }[] };
  return capabilities.flatMap((capability) => capability.pages.map((page) => page.path));
}
