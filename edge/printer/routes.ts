import type { Answer, Pages, Visit } from '../pages/serve.ts';
import { printersPage, printerPage, type KnownPrinter } from './pages.ts';
import { refusalPage } from '../pages/simulation.ts';
import { mishaps, type PrinterOrders, type PrinterView } from './device.ts';
import type { RunningPrinters } from './simulate.ts';
import { wordsIn } from './words.ts';

type Fleet = Pick<RunningPrinters, 'list' | 'find' | 'order'>;

/**
 * The pages with which a person directs simulated printers (C-15): all of them in a list, and each with how it stands and what it shall do. They are
 * served on this machine only (edge/pages/serve.ts).
 */
export function printerPages(fleet: Fleet, models: ReadonlyMap<string, KnownPrinter>): Pages {
  const known = (view: PrinterView) => models.get(view.model) ?? { statuses: [], counters: [], metrics: [] };
  const serials = fleet.list().map(({ serial }) => serial);
  return {
    routes: ['GET /', ...serials.flatMap((serial) => [`GET /${serial}`, `POST /${serial}`])],
    handle: (route, visit) => {
      const [method, path = '/'] = route.split(' ');
      const view = fleet.find(path.slice(1));
      if (view) return method === 'POST' ? direct(fleet, view, known(view), visit) : show(view, known(view), visit);
      const all = fleet.list().map((one) => ({ view: one, known: known(one) }));
      return { status: 200, page: printersPage(visit.language, all, visit.query.get('text') ?? '') };
    },
    refusal: ({ language }, reason) => refusalPage(wordsIn(language), language, wordsIn(language)(reason)),
  };
}

function show(view: PrinterView, known: KnownPrinter, { language, query }: Visit): Answer {
  const done = query.get('done') === 'yes';
  const message = { tone: 'good' as const, text: wordsIn(language)('applied') };
  return { status: 200, page: printerPage(language, view, known, done ? message : undefined) };
}

function direct(fleet: Fleet, { serial }: PrinterView, known: KnownPrinter, { form }: Visit): Answer {
  fleet.order(serial, ordersIn(form, known));
  return { goTo: `/${serial}?done=yes` };
}

/** What a form asks for; what it does not know is left as it is usual. */
function ordersIn(form: ReadonlyMap<string, string>, { statuses }: KnownPrinter): PrinterOrders {
  const fault = statuses.find(({ code, severity }) => severity !== 'normal' && code === form.get('fault'));
  return {
    offline: form.has('offline'),
    fault: fault?.code ?? null,
    mishap: mishaps.find((one) => one === form.get('mishap')) ?? null,
  };
}
