import type { Language } from '../../domain/site/languages.ts';
import type { UnlockFactoryFile } from '../../domain/unlock-codes/factory-file.ts';
import { layouts } from '../../domain/unlock-codes/lengths.ts';
import { frame, type Message } from '../pages/frame.ts';
import { html, type Markup } from '../pages/html.ts';
import type { Say } from '../pages/words.ts';
import type { LockedUnitState } from './state.ts';
import { type LockedUnitText, waitInWords, wordsIn } from './words.ts';

const typedMax = 40;

/** What the one page shows: the unit, whether its output is free, and the field for the code while it is not. */
export type Shown = {
  language: Language;
  factory: UnlockFactoryFile;
  state: LockedUnitState;
  waitMs: number;
  typed: string;
  message?: Message;
};

export function statusPage({ language, factory, state, waitMs, typed, message }: Shown): string {
  const say = wordsIn(language);
  const locked = state.unlockedAt === null;
  const wrong = locked && state.wrongCodes > 0 ? row(say('wrongCodes'), state.wrongCodes) : html``;
  const body = html`<dl>
      ${row(say('model'), factory.model)} ${row(say('serial'), html`<span class="digits">${factory.serial}</span>`)}
      ${row(say('output'), html`<strong class="${locked ? 'bad' : 'good'}">${say(locked ? 'outputLocked' : 'outputOn')}</strong>`)}
      ${state.unlockedAt === null ? html`` : row(say('unlockedAt'), instant(state.unlockedAt))} ${wrong}
    </dl>
    ${locked ? codeForm(say, factory, waitMs, typed) : html``}`;
  return pageIn(language, say('status'), body, message);
}

export function refusalPage(language: Language, text: string): string {
  return pageIn(language, wordsIn(language)('error'), html``, { tone: 'bad', text });
}

function codeForm(say: Say<LockedUnitText>, { length }: UnlockFactoryFile, waitMs: number, typed: string): Markup {
  const { digits, binaryDigits } = layouts[length];
  const hint =
    binaryDigits === null ? say('codeHintDecimal', { digits }) : say('codeHintBoth', { digits, binary: binaryDigits });
  const waiting = waitMs > 0 ? html`<p>${say('waiting', { wait: waitInWords(say, waitMs) })}</p>` : html``;
  return html`<h2>${say('enterCode')}</h2>
    ${waiting}
    <form method="post" action="/unlock">
      <label for="code">${say('code')}</label>
      <p class="hint" id="code-hint">${hint}</p>
      <input
        class="narrow digits"
        id="code"
        name="code"
        value="${typed}"
        inputmode="numeric"
        autocomplete="off"
        maxlength="${typedMax}"
        aria-describedby="code-hint"
      />
      <div><button>${say('unlock')}</button></div>
    </form>`;
}

function row(term: string, value: string | number | Markup): Markup {
  return html`<dt>${term}</dt>
    <dd>${value}</dd>`;
}

function instant(at: string): Markup {
  return html`<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function pageIn(language: Language, heading: string, body: Markup, message?: Message): string {
  const say = wordsIn(language);
  const words = { title: say('title'), home: say('home'), otherLanguage: say('otherLanguage') };
  return frame({ ...words, language, path: '/', heading, body, ...(message && { message }) });
}
