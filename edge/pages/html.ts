/** Markup that is safe to send; only `html` makes it. */
export type Markup = { readonly markup: string };

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Builds markup from a template. Every text put in is escaped; markup put in stays, lists are joined. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup {
  const filled = parts.map((part, at) => part + (at < values.length ? toMarkup(values[at] ?? '') : ''));
  return { markup: filled.join('') };
}

function toMarkup(value: string | number | Markup | readonly Markup[]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('');
}
