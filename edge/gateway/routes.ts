import type { Answer, Pages, Visit } from '../pages/serve.ts';
import type { GatewayView, Orders } from './gateway.ts';
import { presences, weathers } from './household.ts';
import { gatewayPage, gatewaysPage, type KnownFault } from './pages.ts';
import { refusalPage } from '../pages/simulation.ts';
import type { RunningGateways } from './simulate.ts';
import { wordsIn } from './words.ts';

/** Gateways that are directed together. */
export type Fleet = Pick<RunningGateways, 'list' | 'find' | 'order'> & { faults: readonly KnownFault[] };

/**
 * The pages with which a person directs simulated gateways (E-11): all of them in a list, and each with how it stands and what it shall
 * do. They are served on this machine only (edge/pages/serve.ts).
 */
export function gatewayPages(fleets: readonly Fleet[]): Pages {
  const serials = fleets.flatMap((fleet) => fleet.list().map(({ serial }) => serial));
  return {
    routes: ['GET /', ...serials.flatMap((serial) => [`GET /${serial}`, `POST /${serial}`])],
    handle: (route, visit) => {
      const [method, path = '/'] = route.split(' ');
      const serial = path.slice(1);
      for (const fleet of fleets) {
        const gateway = serial === '' ? undefined : fleet.find(serial);
        if (gateway) return method === 'POST' ? direct(fleet, gateway, visit) : show(fleet, gateway, visit);
      }
      const all = fleets.flatMap((fleet) => fleet.list());
      return { status: 200, page: gatewaysPage(visit.language, all, visit.query.get('text') ?? '') };
    },
    refusal: ({ language }, reason) => refusalPage(wordsIn(language), language, wordsIn(language)(reason)),
  };
}

function show({ faults }: Fleet, gateway: GatewayView, { language, query }: Visit): Answer {
  const done = query.get('done') === 'yes';
  const message = { tone: 'good' as const, text: wordsIn(language)('applied') };
  return { status: 200, page: gatewayPage(language, gateway, faults, done ? message : undefined) };
}

function direct(fleet: Fleet, { serial }: GatewayView, { form }: Visit): Answer {
  fleet.order(serial, ordersIn(form, fleet.faults));
  return { goTo: `/${serial}?done=yes` };
}

/** What a form asks for; what it does not know is left as it is usual. */
function ordersIn(form: ReadonlyMap<string, string>, faults: readonly KnownFault[]): Orders {
  const fault = faults.find(({ code }) => code === form.get('fault'));
  return {
    offline: form.has('offline'),
    impossible: form.has('impossible'),
    refuses: form.has('refuses'),
    faults: fault ? [fault.code] : [],
    scene: {
      weather: weathers.find((one) => one === form.get('weather')) ?? 'seasonal',
      people: presences.find((one) => one === form.get('people')) ?? 'usual',
    },
  };
}
