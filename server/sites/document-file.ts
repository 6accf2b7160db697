import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site, SiteDocument } from '../kernel/app.ts';
import { escapeHtml } from '../mail/html.ts';
import { renderDocument, type Heading } from './render-document.ts';

/**
 * A document as one HTML file that needs nothing else: it opens everywhere without the portal, prints on A4 with its table
 * of contents, and reads aloud as well as the page does.
 */
export async function documentFile(site: Site, document: SiteDocument): Promise<{ name: string; html: string }> {
  const { language, version } = document;
  const say = translatorFor(language, 'documents');
  const { html, headings } = await renderDocument(document.markdown);
  const title = say(`names.${document.name}`);
  const head = `${escapeHtml(site.name[language])}<br>${escapeHtml(say('version', { date: dayOf(version, language) }))}`;
  const contents =
    headings.length > 0
      ? `<nav aria-label="${say('contents')}"><h2>${say('contents')}</h2>${list(headings)}</nav>`
      : '';
  return {
    name: `${site.id}-${document.name}-${version}.${language}.html`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} | ${escapeHtml(site.name[language])}</title>
<style>${style(site.brand.colour)}</style></head><body><header><h1>${title}</h1><p>${head}</p></header>${contents}<main>${html}</main>
<footer><p>${escapeHtml(site.contact.text[language])}<br>${escapeHtml(site.contact.mail)}</p></footer></body></html>\n`,
  };
}

function dayOf(version: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${version}T00:00:00Z`),
  );
}

function list(headings: readonly Heading[]): string {
  const items = headings.map(
    ({ id, depth, text }) => `<li class="d${depth}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}

function style(brand: string): string {
  return `:root{color-scheme:light dark}body{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;font:16px/1.8 'Noto Sans JP','Hiragino Kaku Gothic ProN','Hiragino Sans','BIZ UDPGothic',Meiryo,system-ui,sans-serif;color:light-dark(#1a1a1c,#f1f2f4);background:light-dark(#fff,#131518);overflow-wrap:anywhere}
header{border-top:6px solid ${brand};padding-top:1.5rem;margin-bottom:2rem}h1{font-size:2rem;line-height:1.4;margin:0}main>h1:first-child{display:none}h2{font-size:1.375rem;margin:2.5em 0 .75em;padding-bottom:.25em;border-bottom:2px solid ${brand}}h3{font-size:1.125rem;margin:2em 0 .5em}
nav{padding:1rem 1.5rem;border:1px solid light-dark(#d5d8de,#3b4047);border-radius:.5rem}nav h2{margin:0 0 .5em;font-size:1rem;border:0}nav ol{margin:0;padding:0;list-style:none}nav .d3{padding-left:1.5em;font-size:.9375rem}a{color:light-dark(#0a3fb5,#9dbcff)}
table{border-collapse:collapse;width:100%}td:first-child{min-width:8em}th,td{padding:.5rem .75rem;text-align:left;vertical-align:top;border:1px solid light-dark(#d5d8de,#3b4047)}blockquote{margin:1em 0;padding:.5em 1.25em;border-left:6px solid ${brand};background:light-dark(#f5f6f8,#1d2024)}li+li{margin-top:.35em}footer{margin-top:4rem;padding-top:1rem;border-top:1px solid light-dark(#d5d8de,#3b4047);font-size:.9375rem}
@page{size:A4;margin:18mm}@media print{body{max-width:none;padding:0;color:#000;background:#fff;font-size:10.5pt}h2,h3{break-after:avoid}tr,li,blockquote{break-inside:avoid}nav{break-after:page}a{color:inherit;text-decoration:none}}`;
}
