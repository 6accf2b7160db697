import type { UnlockFactoryFile } from '../../domain/unlock-codes/factory-file.ts';
import { layouts } from '../../domain/unlock-codes/lengths.ts';
import type { Refusal } from '../../domain/verdict.ts';
import type { Memory } from '../pages/memory.ts';
import type { Answer, Pages, Visit } from '../pages/serve.ts';
import { refusalPage, statusPage } from './pages.ts';
import { type LockedUnitState, tryCode, type TryRefusal, waitOf } from './state.ts';
import { waitInWords, wordsIn } from './words.ts';

/** The running unit: what it was made as and what it remembers. */
export type LockedUnit = Memory<LockedUnitState> & { factory: UnlockFactoryFile; now: () => Date };

/** The unit's pages, to be served. */
export function lockedUnitPages(unit: LockedUnit): Pages {
  return {
    routes: ['GET /', 'POST /unlock'],
    handle: (route, visit) => (route === 'GET /' ? show(unit, visit) : unlock(unit, visit)),
    refusal: ({ language }, reason) => refusalPage(language, wordsIn(language)(reason)),
  };
}

function show(unit: LockedUnit, { language, query }: Visit): Answer {
  const state = unit.state();
  const done = query.get('done') === 'unlocked' && state.unlockedAt !== null;
  const page = statusPage({
    language,
    factory: unit.factory,
    state,
    waitMs: waitOf(state, unit.now()),
    typed: '',
    ...(done && { message: { tone: 'good', text: wordsIn(language)('unlocked') } }),
  });
  return { status: 200, page };
}

async function unlock(unit: LockedUnit, { language, form }: Visit): Promise<Answer> {
  const typed = form.get('code') ?? '';
  const now = unit.now();
  const verdict = await unit.change((state) => tryCode(state, unit.factory, typed, now));
  if (verdict.ok) return { goTo: '/?done=unlocked' };
  const state = unit.state();
  const waitMs = waitOf(state, now);
  const text = refusalText(unit, verdict, waitMs, language);
  // The message tells the wait, so the page need not tell it a second time.
  const page = statusPage({
    language,
    factory: unit.factory,
    state,
    waitMs: 0,
    typed,
    message: { tone: 'bad', text },
  });
  return { status: verdict.code === 'wait' ? 429 : 422, page };
}

function refusalText(
  { factory }: LockedUnit,
  { code, params }: Refusal<TryRefusal>,
  waitMs: number,
  language: Visit['language'],
): string {
  const say = wordsIn(language);
  const wait = waitInWords(say, waitMs);
  if (code === 'wrong-code') return waitMs > 0 ? say('wrong-code-wait', { wait }) : say('wrong-code');
  if (code === 'code-digits')
    return say(layouts[factory.length].binaryDigits === null ? 'code-digits-decimal' : 'code-digits-both', params);
  return say(code, { ...params, wait });
}
