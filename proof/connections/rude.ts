import { repeated, type Insider } from './requests.ts';

/** One thing that no browser and no device does, and the answers that are right; where `mayClose`, none may come as well. */
export type Rude = {
  name: string;
  say: (insider: Insider) => Iterable<Buffer>;
  answers: readonly number[];
  mayClose?: true;
  /** It ends the connection as soon as it has said it; else that is the server's to do. */
  ends?: true;
};

export const kilobyte = 1_024;
export const megabyte = kilobyte * kilobyte;
/** As much as is said to a server that does not stop it. */
const endlessBytes = 96 * megabyte;

export const json = { 'content-type': 'application/json' };
export const chunks = { 'transfer-encoding': 'chunked' };

export const text = (...lines: string[]) => [Buffer.from(lines.join('\r\n'), 'latin1')];
export const endless = () => repeated(Buffer.alloc(64 * kilobyte, 0x20), endlessBytes / (64 * kilobyte));
