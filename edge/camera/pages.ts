import type { Language } from '../../domain/site/languages.ts';
import { choose, instant, row, table, tick } from '../pages/forms.ts';
import type { Message } from '../pages/frame.ts';
import { html, type Markup } from '../pages/html.ts';
import { listPage, pageIn } from '../pages/simulation.ts';
import type { Say } from '../pages/words.ts';
import type { CameraView, Handed } from './device.ts';
import { darkScreen, scene } from './picture.ts';
import type { CameraModel } from './simulate.ts';
import { type SimulatedCameraText, wordsIn } from './words.ts';

type Words = Say<SimulatedCameraText>;
type Standing = CameraView['cameras'][number];

/** What its own clock can be off by, from the form. */
export const clocks = { clockRight: 0, clockBehind: -400 * 86_400_000, clockAhead: 400 * 86_400_000 } as const;
const handTexts: Record<Handed, SimulatedCameraText> = {
  forged: 'handForged',
  older: 'handOlder',
  'of-another': 'handAnother',
};
/** The features that the pages draw, by what a site may call them. */
const drawn = { onTheSpot: 'localLive', fromAfar: 'remoteLive', recording: 'edgeRecording' } as const;

export function camerasPage(
  language: Language,
  devices: readonly { view: CameraView; model: CameraModel }[],
  text: string,
): string {
  const say = wordsIn(language);
  return listPage(say, language, {
    devices,
    serialOf: ({ view }) => view.serial,
    text,
    heads: [say('serial'), say('licence'), say('recording'), say('connection'), say('model')],
    cellsOf: ({ view, model }) => [
      licenceOf(say, view),
      recordingOf(say, view),
      say(view.offline ? 'offline' : 'online'),
      model.name[language],
    ],
  });
}

/** A camera with what it shows and records, or a recorder with its cameras. */
export function devicePage(language: Language, view: CameraView, model: CameraModel, message?: Message): string {
  const say = wordsIn(language);
  const [own] = view.cameras;
  const about =
    view.kind === 'single' && own
      ? html`${live(say, view, own)} ${features(say, language, own, model)}`
      : recorded(say, view);
  const body = html`<dl class="stacked">
      ${row(say('model'), model.name[language])} ${row(say('connection'), say(view.offline ? 'offline' : 'online'))}
      ${view.kind === 'single' && own ? standing(say, own) : html``} ${row(say('refusedLast'), refusedText(say, view))}
    </dl>
    ${about}
    <h2>${say('times')}</h2>
    <dl class="stacked">
      ${row(say('ownTime'), instant(view.ownTime))} ${row(say('portalTime'), instant(view.portalTime))}
    </dl>
    ${orderForm(say, view)}`;
  return pageIn(say, language, `/${view.serial}`, view.serial, body, message);
}

function standing(say: Words, { lastDay, validUntil, ...own }: Standing): Markup {
  return html`${row(say('licence'), stateText(say, own.state))} ${lastDay ? row(say('lastDay'), lastDay) : html``}
  ${validUntil ? row(say('validUntil'), instant(validUntil)) : html``}
  ${row(say('recording'), say(own.features[drawn.recording] ? 'recordingOn' : 'recordingOff'))}`;
}

function live(say: Words, view: CameraView, { features: may }: Standing): Markup {
  const time = view.portalTime.toISOString().slice(0, 16).replace('T', ' ');
  const seen = scene(say('sceneOf', { time }), view.portalTime);
  const near = may[drawn.onTheSpot] ? seen : darkScreen(say('needsLicence'));
  const far = may[drawn.fromAfar]
    ? view.offline
      ? darkScreen(say('noConnection'))
      : seen
    : darkScreen(say('needsLicence'));
  return html`<h2>${say('live')}</h2>
    <div class="pictures">
      <figure>
        <figcaption>${say('onTheSpot')}</figcaption>
        ${near}
      </figure>
      <figure>
        <figcaption>${say('fromAfar')}</figcaption>
        ${far}
      </figure>
    </div>`;
}

function features(say: Words, language: Language, own: Standing, model: CameraModel): Markup {
  const rows = model.features.map(
    ({ code, name }) =>
      html`<tr>
        <td>${say(own.features[code] ? 'may' : 'mayNot')}</td>
        <td>${name[language]}</td>
      </tr>`,
  );
  return html`<h2>${say('features')}</h2>
    ${table(say('features'), [say('now'), say('feature')], rows)}`;
}

function recorded(say: Words, { cameras }: CameraView): Markup {
  const rows = cameras.map(
    (one) =>
      html`<tr>
        <td><a href="/${one.serial}" class="digits">${one.serial}</a></td>
        <td>${stateText(say, one.state)}</td>
        <td>${one.lastDay ?? ''}</td>
        <td>${say(one.features[drawn.recording] ? 'recordingOn' : 'recordingOff')}</td>
      </tr>`,
  );
  const heads = (['serial', 'licence', 'lastDay', 'recording'] as const).map((key) => say(key));
  return html`<h2>${say('camerasOn')}</h2>
    ${rows.length === 0 ? html`<p>${say('noCameras')}</p>` : table(say('camerasOn'), heads, rows)}`;
}

function orderForm(say: Words, { serial, orders, canHand }: CameraView): Markup {
  const clock = (Object.keys(clocks) as (keyof typeof clocks)[]).map((value) => ({ value, label: say(value) }));
  const things = canHand.map((value) => ({ value, label: say(handTexts[value]) }));
  const chosen = clock.find(({ value }) => clocks[value] === orders.clockOffMs)?.value ?? 'clockRight';
  return html`<h2>${say('direct')}</h2>
    <form method="post" action="/${serial}">
      ${tick('offline', say('orderOffline'), orders.offline)} ${choose('clock', say('orderClock'), clock, chosen)}
      ${choose('hand', say('orderHand'), [{ value: '', label: say('handNothing') }, ...things], '')}
      <div><button>${say('apply')}</button></div>
    </form>`;
}

function stateText(say: Words, state: Standing['state']): string {
  return state === null ? say('unknown') : say(state === 'none' ? 'without' : state);
}

function licenceOf(say: Words, { kind, cameras }: CameraView): string {
  const [own] = cameras;
  return kind === 'recorder' ? say('forCameras', { count: cameras.length }) : stateText(say, own?.state ?? null);
}

function recordingOf(say: Words, { cameras }: CameraView): string {
  const count = cameras.filter((one) => one.features[drawn.recording]).length;
  const text = say(count > 0 ? 'recordingOn' : 'recordingOff');
  return cameras.length > 1 ? `${text} (${count}/${cameras.length})` : text;
}

function refusedText(say: Words, { refused }: CameraView): string {
  if (!refused) return say('refusedNothing');
  const time = refused.at.toISOString().slice(0, 16).replace('T', ' ');
  return say('refusedAt', { reason: say(refused.code), time });
}
