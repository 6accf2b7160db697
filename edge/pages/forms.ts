import { html, type Markup } from './html.ts';

/** A box to tick; its name stands in the form when it is. */
export function tick(name: string, label: string, on: boolean): Markup {
  const box = on
    ? html`<input type="checkbox" name="${name}" value="yes" checked />`
    : html`<input type="checkbox" name="${name}" value="yes" />`;
  return html`<label class="tick">${box} ${label}</label>`;
}

/** One of several. */
export function choose(
  name: string,
  label: string,
  options: readonly { value: string; label: string }[],
  chosen: string,
): Markup {
  const list = options.map((option) =>
    option.value === chosen
      ? html`<option value="${option.value}" selected>${option.label}</option>`
      : html`<option value="${option.value}">${option.label}</option>`,
  );
  return html`<label for="${name}">${label}</label>
    <select class="narrow" id="${name}" name="${name}">
      ${list}
    </select>`;
}

/** A term and what it is, within a `<dl>`. */
export function row(term: string, value: string | Markup): Markup {
  return html`<dt>${term}</dt>
    <dd>${value}</dd>`;
}

export function instant(at: Date): Markup {
  const iso = at.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

type ListWords = { search: string; find: string; shown: string; none: string; list: string };

/** Devices of a simulation in a table that scrolls within itself; with a search where there are more than are shown. */
export function deviceTable(
  words: ListWords,
  { text, all, found }: { text: string; all: number; found: number },
  shownMax: number,
  heads: readonly string[],
  rows: readonly Markup[],
): Markup {
  const search = html`<form method="get" action="/">
    <label for="text">${words.search}</label>
    <input class="narrow" id="text" name="text" value="${text}" autocomplete="off" />
    <div><button>${words.find}</button></div>
  </form>`;
  return html`${all > shownMax ? search : html``} ${found > shownMax ? html`<p>${words.shown}</p>` : html``}
  ${
    rows.length === 0
      ? html`<p>${words.none}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="${words.list}">
          <table>
            <thead>
              <tr>
                ${heads.map((head) => html`<th scope="col">${head}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>`
  }`;
}
