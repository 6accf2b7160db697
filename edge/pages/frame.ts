import type { Language } from '../../domain/site/languages.ts';
import { html, type Markup } from './html.ts';

export type Message = { tone: 'good' | 'bad'; text: string };

/** What stands on every page of a device. `path` is where the other language leads; `logOut` only where somebody is logged in. */
export type Page = {
  language: Language;
  path: string;
  title: string;
  home: string;
  otherLanguage: string;
  heading: string;
  body: Markup;
  logOut?: string;
  message?: Message;
};

/** A whole page of a device. */
export function frame({ language, path, title, home, otherLanguage, heading, body, logOut, message }: Page): string {
  const other = language === 'ja' ? 'en' : 'ja';
  const note = message
    ? html`<p class="message ${message.tone}" role="${message.tone === 'bad' ? 'alert' : 'status'}">${message.text}</p>`
    : html``;
  const leave = logOut ? html`<form method="post" action="/logout"><button>${logOut}</button></form>` : html``;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading} – ${title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <strong>${title}</strong><a href="/">${home}</a
          ><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${otherLanguage}</a>${leave}
        </header>
        <main>
          <h1>${heading}</h1>
          ${note} ${body}
        </main>
      </body>
    </html> `.markup;
}
