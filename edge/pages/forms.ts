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

/** A table that scrolls within itself. */
export function table(name: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
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
  </div>`;
}
