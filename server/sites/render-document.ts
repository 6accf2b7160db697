import { Marked, type Tokens } from 'marked';

/** A heading of the table of contents; `id` is where it stands in the text. */
export type Heading = { id: string; depth: 2 | 3; text: string };
export type RenderedDocument = { html: string; headings: Heading[] };

/** A document of the site's folder as HTML, its headings numbered (`s2`, `s2-1`) so that a table of contents can lead to them. */
export async function renderDocument(markdown: string): Promise<RenderedDocument> {
  const headings: Heading[] = [];
  const count = { chapter: 0, section: 0 };
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens);
        if (depth !== 2 && depth !== 3) return `<h${depth}>${inner}</h${depth}>\n`;
        if (depth === 2) Object.assign(count, { chapter: count.chapter + 1, section: 0 });
        else count.section += 1;
        const id = depth === 2 ? `s${count.chapter}` : `s${count.chapter}-${count.section}`;
        headings.push({ id, depth, text: this.parser.parseInline(tokens, this.parser.textRenderer) });
        return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
      },
    },
  });
  const html = await marked.parse(markdown, { async: true });
  return { html, headings };
}
