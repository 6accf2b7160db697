import type { Answer, Pages, Visit } from '../pages/serve.ts';
import { handedThings, type CameraOrders, type CameraView } from './device.ts';
import { clocks, devicePage, camerasPage } from './pages.ts';
import { refusalPage } from '../pages/simulation.ts';
import type { CameraModel, RunningCameras } from './simulate.ts';
import { wordsIn } from './words.ts';

type Fleet = Pick<RunningCameras, 'list' | 'find' | 'order'>;

/**
 * The pages with which a person looks at simulated cameras and directs them (L-08): all of them in a list, and each with what it shows, records and
 * refuses. They are served on this machine only (edge/pages/serve.ts).
 */
export function cameraPages(fleet: Fleet, models: ReadonlyMap<string, CameraModel>): Pages {
  const modelOf = ({ kind, model }: CameraView): CameraModel =>
    models.get(model) ?? { kind, name: { ja: model, en: model }, features: [] };
  const serials = fleet.list().map(({ serial }) => serial);
  return {
    routes: ['GET /', ...serials.flatMap((serial) => [`GET /${serial}`, `POST /${serial}`])],
    handle: (route, visit) => {
      const [method, path = '/'] = route.split(' ');
      const view = fleet.find(path.slice(1));
      if (view) return method === 'POST' ? direct(fleet, view, visit) : show(view, modelOf(view), visit);
      const all = fleet.list().map((one) => ({ view: one, model: modelOf(one) }));
      return { status: 200, page: camerasPage(visit.language, all, visit.query.get('text') ?? '') };
    },
    refusal: ({ language }, reason) => refusalPage(wordsIn(language), language, wordsIn(language)(reason)),
  };
}

function show(view: CameraView, model: CameraModel, { language, query }: Visit): Answer {
  const done = query.get('done') === 'yes';
  const message = { tone: 'good' as const, text: wordsIn(language)('applied') };
  return { status: 200, page: devicePage(language, view, model, done ? message : undefined) };
}

function direct(fleet: Fleet, { serial }: CameraView, { form }: Visit): Answer {
  fleet.order(serial, ordersIn(form));
  return { goTo: `/${serial}?done=yes` };
}

/** What a form asks for; what it does not know is left as it is usual. */
function ordersIn(form: ReadonlyMap<string, string>): CameraOrders {
  const clock = (Object.keys(clocks) as (keyof typeof clocks)[]).find((one) => one === form.get('clock'));
  return {
    offline: form.has('offline'),
    clockOffMs: clocks[clock ?? 'clockRight'],
    hand: handedThings.find((one) => one === form.get('hand')) ?? null,
  };
}
