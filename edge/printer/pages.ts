import type { Language, Localised } from '../../domain/site/languages.ts';
import { choose, deviceTable, instant, row, tick } from '../pages/forms.ts';
import { frame, type Message } from '../pages/frame.ts';
import { html, type Markup } from '../pages/html.ts';
import type { Say } from '../pages/words.ts';
import { mishaps, type PrinterView } from './device.ts';
import { type SimulatedPrinterText, wordsIn } from './words.ts';

type Words = Say<SimulatedPrinterText>;
type Named = { code: string; name: Localised };

/** What the model's data say of a printer, for people. */
export type KnownPrinter = {
  statuses: readonly (Named & { severity: string })[];
  counters: readonly Named[];
  metrics: readonly Named[];
};

/** So many stand on the page; the others are found by their serial number. */
export const shownMax = 200;

const nameIn = (known: readonly Named[], code: string, language: Language) =>
  known.find((one) => one.code === code)?.name[language] ?? code;

export function listPage(
  language: Language,
  printers: readonly { view: PrinterView; known: KnownPrinter }[],
  text: string,
): string {
  const say = wordsIn(language);
  const wanted = text.normalize('NFKC').trim().toUpperCase();
  const found = printers.filter(({ view }) => view.serial.includes(wanted));
  const rows = found.slice(0, shownMax).map(
    ({ view, known }) =>
      html`<tr>
        <td><a href="/${view.serial}" class="digits">${view.serial}</a></td>
        <td>${view.model}</td>
        <td>${say(view.offline ? 'offline' : 'online')}</td>
        <td>${statesOf(say, view, known, language)}</td>
        <td>${say('messages', { count: view.unacknowledged })}</td>
      </tr>`,
  );
  const heads = (['serial', 'model', 'connection', 'states', 'unacknowledged'] as const).map((key) => say(key));
  const words = {
    search: say('search'),
    find: say('find'),
    shown: say('shown', { shown: shownMax, total: found.length }),
    none: say('none'),
    list: say('list'),
  };
  const body = deviceTable(words, { text, all: printers.length, found: found.length }, shownMax, heads, rows);
  return pageIn(language, '/', say('list'), body);
}

export function printerPage(language: Language, view: PrinterView, known: KnownPrinter, message?: Message): string {
  const say = wordsIn(language);
  const { serial, model, state } = view;
  const supplies = Object.entries(state.supplies).map(([code, percent]) =>
    row(nameIn(known.metrics, code, language), say('percent', { value: Math.round(percent) })),
  );
  const counters = Object.entries(state.counts).map(
    ([code, count]) =>
      html`<tr>
        <td>${nameIn(known.counters, code, language)}</td>
        <td>${count.toLocaleString('en')}</td>
      </tr>`,
  );
  const body = html`<dl>
      ${row(say('model'), model)} ${row(say('connection'), say(view.offline ? 'offline' : 'online'))}
      ${row(say('states'), statesOf(say, view, known, language))}
      ${row(say('unacknowledged'), say('messages', { count: view.unacknowledged }))}
      ${row(say('countedAt'), instant(new Date(state.atMs)))}
    </dl>
    ${orderForm(say, language, view, known)}
    <h2>${say('supplies')}</h2>
    <dl>${supplies}</dl>
    <h2>${say('counters')}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${say('counters')}">
      <table>
        <thead>
          <tr>
            <th scope="col">${say('counter')}</th>
            <th scope="col">${say('value')}</th>
          </tr>
        </thead>
        <tbody>
          ${counters}
        </tbody>
      </table>
    </div>`;
  return pageIn(language, `/${serial}`, serial, body, message);
}

export function refusalPage(language: Language, text: string): string {
  return pageIn(language, '/', wordsIn(language)('error'), html``, { tone: 'bad', text });
}

function orderForm(say: Words, language: Language, { serial, orders }: PrinterView, known: KnownPrinter): Markup {
  const faults = known.statuses
    .filter(({ severity }) => severity !== 'normal')
    .map(({ code, name }) => ({ value: code, label: name[language] }));
  const once = mishaps.map((value) => ({ value, label: say(value) }));
  return html`<h2>${say('direct')}</h2>
    <form method="post" action="/${serial}">
      ${tick('offline', say('orderOffline'), orders.offline)}
      ${choose('fault', say('orderFault'), [{ value: '', label: say('noFault') }, ...faults], orders.fault ?? '')}
      ${choose('mishap', say('orderMishap'), [{ value: '', label: say('noMishap') }, ...once], '')}
      <div><button>${say('apply')}</button></div>
    </form>`;
}

function statesOf(say: Words, { states }: PrinterView, { statuses }: KnownPrinter, language: Language): string {
  const names = states.map((code) => nameIn(statuses, code, language));
  return names.length > 0 ? names.join(language === 'ja' ? '、' : ', ') : say('noStates');
}

function pageIn(language: Language, path: string, heading: string, body: Markup, message?: Message): string {
  const say = wordsIn(language);
  const words = { title: say('title'), home: say('home'), otherLanguage: say('otherLanguage') };
  return frame({ ...words, language, path, heading, body, ...(message && { message }) });
}
