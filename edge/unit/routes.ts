import type { FactoryFile } from '../../domain/registration-keys/factory-file.ts';
import type { Params } from '../../domain/verdict.ts';
import type { Message } from '../pages/frame.ts';
import type { Memory } from '../pages/memory.ts';
import type { Answer, Pages, Visit } from '../pages/serve.ts';
import { hashAdminPassword, readNewPassword } from './admin-password.ts';
import type { AdminSession } from './admin-session.ts';
import { askPage, firstStartPage, type Frame, homePage, keyPage, loginPage, refusalPage } from './pages.ts';
import { checkKey, featuresOn, restartWithKey, type UnitState } from './state.ts';
import { type UnitText, wordsIn } from './words.ts';

/** The running unit: what it was made as, what it remembers, who is at it. */
export type Unit = Memory<UnitState> & { factory: FactoryFile; admin: AdminSession; now: () => Date };

export type UnitVisit = Pick<Visit, 'query' | 'form'> & { frame: Frame };

type Handler = (unit: Unit, visit: UnitVisit) => Answer | Promise<Answer>;

const boxNames = ['key1', 'key2', 'key3', 'key4'] as const;

/** Every page and act of the unit, by method and path. */
const routes: Readonly<Record<string, Handler>> = {
  'GET /': (unit, { frame, query }) => {
    const message = query.get('done') === 'accepted' ? said(frame, 'good', 'accepted') : undefined;
    return {
      status: 200,
      page: homePage(frame, featuresOn(unit.state(), unit.factory), unit.state().restarts, message),
    };
  },
  'GET /first-start': (unit, { frame }) =>
    unit.state().adminPassword ? { goTo: '/' } : { status: 200, page: firstStartPage(frame) },
  'POST /first-start': setAdminPassword,
  'GET /login': (_unit, { frame }) => (frame.loggedIn ? { goTo: '/key' } : { status: 200, page: loginPage(frame) }),
  'POST /login': logIn,
  'POST /logout': (unit) => {
    unit.admin.close();
    return { goTo: '/' };
  },
  'GET /key': (_unit, { frame }) => ({ status: 200, page: keyPage(frame, []) }),
  'POST /key': enterKey,
  'POST /restart': restart,
};

/** Pages that need the administrator; all others are open to whoever stands before the unit. */
const guarded = ['GET /key', 'POST /key', 'POST /restart'];

/** Leads a visit to where it must go first: setting the password at the first start, logging in for what is guarded. */
function detour(unit: Unit, route: string, frame: Frame): string | null {
  if (!unit.state().adminPassword) return route.endsWith(' /first-start') ? null : '/first-start';
  return guarded.includes(route) && !frame.loggedIn ? '/login' : null;
}

/** The unit's pages, to be served. */
export function unitPages(unit: Unit): Pages {
  const frameOf = ({ language, path, cookie }: Visit): Frame => {
    const loggedIn = unit.admin.isOpen(cookie(sessionCookie(unit)));
    return { language, factory: unit.factory, loggedIn, path };
  };
  return {
    routes: Object.keys(routes),
    handle: (route, visit) => {
      const frame = frameOf(visit);
      const before = detour(unit, route, frame);
      if (before !== null) return { goTo: before };
      const handler = routes[route];
      if (!handler) throw new Error(`nothing answers ${route}`);
      return handler(unit, { frame, query: visit.query, form: visit.form });
    },
    refusal: (visit, reason) => refusalPage(frameOf(visit), wordsIn(visit.language)(reason)),
  };
}

function sessionCookie({ factory }: Unit): string {
  return `unit-${factory.deviceId}`;
}

function entered(unit: Unit, token: string): Answer {
  return { goTo: '/key', cookie: { name: sessionCookie(unit), value: token } };
}

async function setAdminPassword(unit: Unit, { frame, form }: UnitVisit): Promise<Answer> {
  const password = readNewPassword(form.get('password') ?? '', form.get('again') ?? '');
  if (!password.ok)
    return { status: 422, page: firstStartPage(frame, said(frame, 'bad', password.code, password.params)) };
  const adminPassword = await hashAdminPassword(password.value);
  // Of two that set it at once the first wins; the other has to log in.
  const set = await unit.change((state) =>
    state.adminPassword ? { next: null, answer: false } : { next: { ...state, adminPassword }, answer: true },
  );
  return set ? entered(unit, unit.admin.open()) : { goTo: '/login' };
}

async function logIn(unit: Unit, { frame, form }: UnitVisit): Promise<Answer> {
  const { adminPassword } = unit.state();
  if (!adminPassword) return { goTo: '/first-start' };
  const verdict = await unit.admin.logIn(form.get('password') ?? '', adminPassword);
  if (verdict.ok) return entered(unit, verdict.value);
  return {
    status: verdict.code === 'locked' ? 429 : 422,
    page: loginPage(frame, said(frame, 'bad', verdict.code, verdict.params)),
  };
}

function enterKey(unit: Unit, { frame, form }: UnitVisit): Answer {
  const typed = boxNames.map((name) => form.get(name) ?? '');
  const verdict = checkKey(unit.state(), unit.factory, typed.join(''), unit.now());
  if (verdict.ok) return { status: 200, page: askPage(frame, verdict.value) };
  return { status: 422, page: keyPage(frame, typed, said(frame, 'bad', verdict.code)) };
}

async function restart(unit: Unit, { frame, form }: UnitVisit): Promise<Answer> {
  const typed = form.get('key') ?? '';
  const verdict = await unit.change((state) => {
    const answer = restartWithKey(state, unit.factory, typed, unit.now());
    return { next: answer.ok ? answer.value : null, answer };
  });
  if (!verdict.ok) return { status: 422, page: keyPage(frame, [typed], said(frame, 'bad', verdict.code)) };
  unit.admin.close();
  return { goTo: '/?done=accepted' };
}

function said(frame: Frame, tone: Message['tone'], key: UnitText, params?: Params): Message {
  return { tone, text: wordsIn(frame.language)(key, params) };
}
