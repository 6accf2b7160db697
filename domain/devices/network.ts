import { formatDeviceId, parseDeviceId } from '../identifiers/device-id.ts';
import { fail, pass, type Verdict } from '../verdict.ts';

export const hostCharactersMax = 253;
export const webPageCharactersMax = 200;

/** Reads a MAC address in any way of writing (C-03). @returns capitals in pairs, e.g. `01:23:45:67:89:AB`. */
export function readMac(text: string): Verdict<string> {
  const read = parseDeviceId(text, 'mac');
  return read.ok ? pass(formatDeviceId(read.value, 'mac')) : { ...read, code: `identifiers/${read.code}` };
}

/** Reads an IP address or a name in the network, without scheme, port or path (C-03). @returns it in small letters. */
export function readHost(text: string): Verdict<string> {
  const host = text.normalize('NFKC').trim().toLowerCase();
  const written = host.includes(':') ? `[${host}]` : host;
  const wellFormed = /^[a-z0-9.-]+$|^[0-9a-f:.]+$/.test(host) && host.length <= hostCharactersMax;
  // What a browser would read as something else is none: "1" means 0.0.0.1 to it.
  const isItself = wellFormed && URL.canParse(`http://${written}/`) && hostOf(`http://${written}/`) === host;
  return isItself ? pass(host) : fail('devices/host-form');
}

/**
 * Reads the address of a device's own web page (C-02): http or https, without user name and password; without a scheme it is http.
 * @returns the whole address.
 */
export function readWebPage(text: string): Verdict<string> {
  const typed = text.normalize('NFKC').trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (whole.length > webPageCharactersMax || !isWebPage(whole)) return fail('devices/web-page-form');
  return pass(new URL(whole).href);
}

/** Whether an address may be offered as a link to a device. */
export function isWebPage(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || /[\s\p{Cc}]/u.test(address) || !URL.canParse(address)) return false;
  const { username, password, hostname } = new URL(address);
  return username === '' && password === '' && hostname !== '' && !address.split('/')[2]?.includes('@');
}

/** The host of an address, IPv6 without brackets. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replaceAll(/^\[|\]$/g, '');
}
