import { formatDeviceId } from '../../domain/identifiers/device-id.ts';
import type { FactoryFile } from '../../domain/registration-keys/factory-file.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import type { Language } from '../../domain/site/languages.ts';
import { frame as pageOf, type Message } from '../pages/frame.ts';
import { html, type Markup } from '../pages/html.ts';
import type { Say } from '../pages/words.ts';
import type { FeatureOn } from './state.ts';
import { type UnitText, wordsIn } from './words.ts';

/** What every page of the unit knows. */
export type Frame = { language: Language; factory: FactoryFile; loggedIn: boolean; path: string };

const boxes = [0, 1, 2, 3] as const;

function frame({ language, loggedIn, path }: Frame, heading: string, body: Markup, message?: Message): string {
  const say = wordsIn(language);
  const words = { title: say('title'), home: say('home'), otherLanguage: say('otherLanguage') };
  const logOut = loggedIn ? { logOut: say('logOut') } : {};
  return pageOf({ ...words, ...logOut, language, path, heading, body, ...(message && { message }) });
}

function featureName(
  say: Say<UnitText>,
  { name, feature }: Pick<FeatureOn, 'name' | 'feature'>,
  language: Language,
): string {
  return name?.[language] ?? say('featureUnnamed', { code: feature });
}

function passwordInput(name: string, label: string, autocomplete: string): Markup {
  return html`<label for="${name}">${label}</label>
    <input
      class="narrow digits"
      id="${name}"
      name="${name}"
      type="password"
      inputmode="numeric"
      autocomplete="${autocomplete}"
      maxlength="40"
    />`;
}

/** Device ID and the list of what is on (K-12); anybody at the unit may read it. */
export function homePage(page: Frame, on: readonly FeatureOn[], restarts: number, message?: Message): string {
  const say = wordsIn(page.language);
  const { deviceId, idFormat } = page.factory;
  const rows = on.map(
    (one) =>
      html`<tr>
        <td>${featureName(say, one, page.language)}</td>
        <td><code>${formatKey(one.key)}</code></td>
        <td><time datetime="${one.enteredAt}">${one.enteredAt.slice(0, 16).replace('T', ' ')} UTC</time></td>
      </tr>`,
  );
  const list =
    on.length === 0
      ? html`<p>${say('noneOn')}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="on">
          <table>
            <thead>
              <tr>
                <th scope="col">${say('feature')}</th>
                <th scope="col">${say('key')}</th>
                <th scope="col">${say('enteredAt')}</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>`;
  const body = html`<dl>
      <dt>${say('deviceId')}</dt>
      <dd class="digits">${formatDeviceId(deviceId, idFormat)}</dd>
      <dt>${say('restarts')}</dt>
      <dd>${restarts}</dd>
    </dl>
    <h2 id="on">${say('featuresOn')}</h2>
    ${list}
    <a class="button" href="/key">${say('addFeature')}</a>`;
  return frame(page, say('home'), body, message);
}

/** First start: the person sets the admin password; there is no default. */
export function firstStartPage(page: Frame, message?: Message): string {
  const say = wordsIn(page.language);
  const body = html`<p>${say('firstStartHint')}</p>
    <form method="post" action="/first-start">
      ${passwordInput('password', say('adminPassword'), 'new-password')}
      ${passwordInput('again', say('adminPasswordAgain'), 'new-password')}
      <button>${say('setPassword')}</button>
    </form>`;
  return frame(page, say('firstStart'), body, message);
}

export function loginPage(page: Frame, message?: Message): string {
  const say = wordsIn(page.language);
  const body = html`<p>${say('loginHint')}</p>
    <form method="post" action="/login">
      ${passwordInput('password', say('adminPassword'), 'current-password')}
      <button>${say('logIn')}</button>
    </form>`;
  return frame(page, say('login'), body, message);
}

/** Four boxes for one key. They take more than four characters, so that a whole key can be pasted into any of them without a script. */
export function keyPage(page: Frame, typed: readonly string[], message?: Message): string {
  const say = wordsIn(page.language);
  const inputs = boxes.map(
    (box) =>
      html`<div>
        <label for="key${box + 1}">${say('keyPart', { from: box * 4 + 1, to: box * 4 + 4 })}</label>
        <input
          class="digits"
          id="key${box + 1}"
          name="key${box + 1}"
          value="${typed[box] ?? ''}"
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck="false"
          maxlength="40"
          aria-describedby="key-hint"
        />
      </div>`,
  );
  const body = html`<form method="post" action="/key">
    <fieldset>
      <legend>${say('key')}</legend>
      <p class="hint" id="key-hint">${say('keyHint')}</p>
      <div class="boxes">${inputs}</div>
    </fieldset>
    <button>${say('save')}</button><a class="button quiet" href="/">${say('cancel')}</a>
  </form>`;
  return frame(page, say('addFeature'), body, message);
}

/** Asks before the restart; only the answer changes anything. */
export function askPage(page: Frame, wanted: FeatureOn): string {
  const say = wordsIn(page.language);
  const body = html`<p>${say('ask', { feature: featureName(say, wanted, page.language) })}</p>
    <p><code>${formatKey(wanted.key)}</code></p>
    <form method="post" action="/restart">
      <input type="hidden" name="key" value="${wanted.key}" />
      <button>${say('restart')}</button><a class="button quiet" href="/">${say('cancel')}</a>
    </form>`;
  return frame(page, say('askTitle'), body);
}

export function refusalPage(page: Frame, text: string): string {
  return frame(page, wordsIn(page.language)('error'), html``, { tone: 'bad', text });
}
