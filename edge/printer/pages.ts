import type { Language, Localised } from '../../domain/site/languages.ts';
import { choose, instant, row, table, tick } from '../pages/forms.ts';
import type { Message } from '../pages/frame.ts';
import { html, type Markup } from '../pages/html.ts';
import { listPage, pageIn } from '../pages/simulation.ts';
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

const nameIn = (known: readonly Named[], code: string, language: Language) =>
  known.find((one) => one.code === code)?.name[language] ?? code;

export function printersPage(
  language: Language,
  printers: readonly { view: PrinterView; known: KnownPrinter }[],
  text: string,
): string {
  const say = wordsIn(language);
  return listPage(say, language, {
    devices: printers,
    serialOf: ({ view }) => view.serial,
    text,
    heads: [say('serial'), say('model'), say('connection'), say('states'), say('unacknowledged')],
    cellsOf: ({ view, known }) => [
      view.model,
      say(view.offline ? 'offline' : 'online'),
      statesOf(say, view, known, language),
      say('messages', { count: view.unacknowledged }),
    ],
  });
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
    ${table(say('counters'), [say('counter'), say('value')], counters)}`;
  return pageIn(say, language, `/${serial}`, serial, body, message);
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
