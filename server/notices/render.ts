import { Marked, type Tokens } from 'marked';
import type { Localised } from '../../domain/site/languages.ts';
import { escapeHtml } from '../mail/html.ts';

const safeAddress = /^(?:https?:\/\/|mailto:)/i;

/** Markdown of people, not of the site's folder: what would be HTML stays text, pictures become their words, links lead to http, https and mail only. */
const safe = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    image: ({ text }: Tokens.Image) => escapeHtml(text),
    // Below the heading that the notice itself has.
    heading({ tokens, depth }: Tokens.Heading) {
      const level = Math.min(6, depth + 2);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    link({ href, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens);
      return safeAddress.test(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">${words}</a>` : words;
    },
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
  },
});

/** A text that an operator typed, as HTML that can do no harm. */
export function renderSafely(markdown: string): string {
  return safe.parse(markdown, { async: false });
}

export function renderBoth(body: Localised): Localised {
  return { ja: renderSafely(body.ja), en: renderSafely(body.en) };
}
