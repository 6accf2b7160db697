import type { Language } from '../../domain/site/languages.ts';
import { table } from './forms.ts';
import { frame, type Message } from './frame.ts';
import { html, type Markup } from './html.ts';
import type { Say } from './words.ts';

/** So many stand on the page; the others are found by their serial number. */
export const shownMax = 200;

type PageText = 'title' | 'home' | 'otherLanguage' | 'error';
type ListText = PageText | 'search' | 'find' | 'shown' | 'none' | 'list';

/** A page of a simulation of many devices. */
export function pageIn(
  say: Say<PageText>,
  language: Language,
  path: string,
  heading: string,
  body: Markup,
  message?: Message,
): string {
  const words = { title: say('title'), home: say('home'), otherLanguage: say('otherLanguage') };
  return frame({ ...words, language, path, heading, body, ...(message && { message }) });
}

export function refusalPage(say: Say<PageText>, language: Language, text: string): string {
  return pageIn(say, language, '/', say('error'), html``, { tone: 'bad', text });
}

type Listed<D> = {
  devices: readonly D[];
  serialOf: (device: D) => string;
  /** What was searched for. */
  text: string;
  /** Of the columns, the serial number first. */
  heads: readonly string[];
  /** What stands beside the serial number. */
  cellsOf: (device: D) => readonly (string | Markup)[];
};

/** All devices of a simulation, each leading to its own page; with a search where there are more than are shown. */
export function listPage<D>(
  say: Say<ListText>,
  language: Language,
  { devices, serialOf, text, heads, cellsOf }: Listed<D>,
): string {
  const wanted = text.normalize('NFKC').trim().toUpperCase();
  const found = devices.filter((one) => serialOf(one).includes(wanted));
  const rows = found.slice(0, shownMax).map(
    (one) =>
      html`<tr>
        <td><a href="/${serialOf(one)}" class="digits">${serialOf(one)}</a></td>
        ${cellsOf(one).map((cell) => html`<td>${cell}</td>`)}
      </tr>`,
  );
  const search = html`<form method="get" action="/">
    <label for="text">${say('search')}</label>
    <input class="narrow" id="text" name="text" value="${text}" autocomplete="off" />
    <div><button>${say('find')}</button></div>
  </form>`;
  const shown = html`<p>${say('shown', { shown: shownMax, total: found.length })}</p>`;
  const body = html`${devices.length > shownMax ? search : html``} ${found.length > shownMax ? shown : html``}
  ${rows.length === 0 ? html`<p>${say('none')}</p>` : table(say('list'), heads, rows)}`;
  return pageIn(say, language, '/', say('list'), body);
}
