import type { Language, Localised } from '../../domain/site/languages.ts';
import { choose, instant, row, tick } from '../pages/forms.ts';
import type { Message } from '../pages/frame.ts';
import { html, type Markup } from '../pages/html.ts';
import { listPage, pageIn } from '../pages/simulation.ts';
import type { Say } from '../pages/words.ts';
import type { GatewayView } from './gateway.ts';
import { presences, weathers } from './household.ts';
import { type SimulatedGatewayText, wordsIn } from './words.ts';

type Words = Say<SimulatedGatewayText>;
/** A fault that the model's data know. */
export type KnownFault = { code: string; name: Localised };

export function gatewaysPage(language: Language, gateways: readonly GatewayView[], text: string): string {
  const say = wordsIn(language);
  return listPage(say, language, {
    devices: gateways,
    serialOf: ({ serial }) => serial,
    text,
    heads: [say('serial'), say('state'), say('faults'), say('charge'), say('unacknowledged')],
    cellsOf: (one) => [
      say(one.offline ? 'offline' : 'online'),
      one.faults.length > 0 ? one.faults.join(', ') : say('noFaults'),
      measured(say, one, 'remainingCapacity3', 'percent'),
      say('messages', { count: one.unacknowledged }),
    ],
  });
}

export function gatewayPage(
  language: Language,
  gateway: GatewayView,
  faults: readonly KnownFault[],
  message?: Message,
): string {
  const say = wordsIn(language);
  const { serial, model, settings } = gateway;
  const body = html`<dl>
      ${row(say('model'), model)} ${row(say('state'), say(gateway.offline ? 'offline' : 'online'))}
      ${row(say('faults'), gateway.faults.length > 0 ? gateway.faults.join(', ') : say('noFaults'))}
      ${row(say('unacknowledged'), say('messages', { count: gateway.unacknowledged }))}
      ${row(say('measuredAt'), instant(gateway.measuredAt))}
      ${row(say('solar'), measured(say, gateway, 'instantaneousElectricPowerGeneration', 'watts'))}
      ${row(say('used'), measured(say, gateway, 'powerConsumed', 'watts'))}
      ${row(say('bought'), measured(say, gateway, 'powerBought', 'watts'))}
      ${row(say('sold'), measured(say, gateway, 'powerSold', 'watts'))}
      ${row(say('battery'), measured(say, gateway, 'instantaneousChargingAndDischargingElectricPower', 'watts'))}
      ${row(say('charge'), measured(say, gateway, 'remainingCapacity3', 'percent'))}
    </dl>
    <h2>${say('settings')}</h2>
    <dl>
      ${row(say('reserve'), say('percent', { value: settings.reserve }))}
      ${row(say('operatingMode'), settings.operatingMode)} ${row(say('chargingWindow'), settings.chargingWindow)}
    </dl>
    ${orderForm(say, language, gateway, faults)}`;
  return pageIn(say, language, `/${serial}`, serial, body, message);
}

function orderForm(
  say: Words,
  language: Language,
  { serial, orders }: GatewayView,
  faults: readonly KnownFault[],
): Markup {
  const [fault = ''] = orders.faults;
  const codes = faults.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` }));
  const words = <T extends SimulatedGatewayText>(values: readonly T[]) =>
    values.map((value) => ({ value, label: say(value) }));
  return html`<h2>${say('direct')}</h2>
    <form method="post" action="/${serial}">
      ${tick('offline', say('orderOffline'), orders.offline)}
      ${choose('fault', say('orderFault'), [{ value: '', label: say('noFault') }, ...codes], fault)}
      ${tick('impossible', say('orderImpossible'), orders.impossible)}
      ${tick('refuses', say('orderRefuses'), orders.refuses)}
      ${choose('weather', say('weather'), words(weathers), orders.scene.weather)}
      ${choose('people', say('people'), words(presences), orders.scene.people)}
      <div><button>${say('apply')}</button></div>
    </form>`;
}

function measured(say: Words, { values }: GatewayView, metric: string, unit: 'watts' | 'percent'): string {
  const value = values[metric];
  return typeof value === 'number' ? say(unit, { value }) : say('notMeasured');
}
