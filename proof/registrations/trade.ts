import { giveDevices, newSerial } from '../../tools/test/devices.ts';
import { everybodysPassword, newColleague, newOrganization, siteOf } from '../../tools/test/organizations.ts';
import { registrationsKind } from '../../server/devices/registration/file/importer.ts';
import { staysLoggedIn } from '../kit/callers.ts';
import { handingOver, type Trade } from '../files/faults.ts';
import { findHalves } from '../files/halves.ts';
import { findRegistrationFaults } from './check.ts';

const siteId = 'ups';
const model = 'SB1500-R';

/** Devices to be registered by file (U-04); a row is its serial number. */
export const registrationTrade: Trade<string, string> = {
  goods: { kind: registrationsKind, rowsOf: (serials) => [...serials], csv: (rows) => ['serial', ...rows].join('\n') },
  newSender: ({ url, beside, clockMoves }) =>
    beside(async (app) => {
      const organization = await newOrganization({ app }, 'customer', '見本工業', siteId);
      const made = await newColleague({ app, url }, organization, 'owner', { siteId });
      return clockMoves ? staysLoggedIn(made, everybodysPassword) : made;
    }),
  give: async (app, count, random) => {
    const site = siteOf({ app }, siteId);
    const serials = new Set<string>();
    while (serials.size < count) serials.add(newSerial(site, model, random.below));
    return giveDevices({ app }, 0, { site: siteId, model, serials: [...serials] });
  },
  findHalves: (app) => findHalves(app, siteId, 'device_registrations'),
  findFaults: (app, files) => findRegistrationFaults(app, siteId, files),
};

/** Devices are registered by file, each with its code. */
export const registering = handingOver(registrationTrade);
