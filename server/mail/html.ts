/** A mail's plain text as simple HTML: paragraphs, line breaks, and links that can be clicked. */
export function textToHtml(text: string, language: string): string {
  return toDocument(paragraphs(text, ' style="margin:0 0 1em"'), language);
}

/** What stands in a mail, as the document that goes out. */
export function toDocument(html: string, language: string): string {
  return `<!doctype html><html lang="${language}"><body style="font:16px/1.7 sans-serif;color:#1a1a1a;max-width:40em">${html}</body></html>`;
}

export function paragraphs(text: string, attributes = ''): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p${attributes}>${linkify(escapeHtml(paragraph)).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function linkify(escaped: string): string {
  return escaped.replaceAll(/https?:\/\/[^\s<>]+/g, (url) => `<a href="${url}">${url}</a>`);
}
