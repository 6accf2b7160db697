import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestHttp, type ClientRequest, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

const answerBytesMax = 1_000;
const refusedCode = 'ADDRESS_REFUSED';

/** What came of one try. `status` is null where nobody answered; `fault` says why, as one of a few words. */
export type Sent = { status: number | null; fault: SendFault | null; answer: string; tookMs: number };
export const sendFaults = ['address', 'name', 'refused', 'certificate', 'time', 'connection'] as const;
export type SendFault = (typeof sendFaults)[number];

type Message = { url: string; headers: Record<string, string>; body: string };
type Options = { mayGoTo: (address: string) => boolean; withinMs: number };

/**
 * Hands a message to a receiver. The address is judged when the connection is made, out of the very answer that is connected to, so a name
 * that means something else a moment later gets no further; redirects are answers like others and are not followed.
 */
export async function send({ url, headers, body }: Message, { mayGoTo, withinMs }: Options): Promise<Sent> {
  const startedAtMs = performance.now();
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const tookMs = () => Math.round(performance.now() - startedAtMs);
  if (isIP(host) !== 0 && !mayGoTo(host)) return { status: null, fault: 'address', answer: '', tookMs: tookMs() };
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    lookup: judgedLookup(mayGoTo),
    headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
  };
  const request = target.protocol === 'https:' ? requestHttps(target, options) : requestHttp(target, options);
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    request.destroy(new Error('too slow'));
  }, withinMs);
  try {
    const { status, answer } = await exchange(request, body);
    return { status, fault: null, answer, tookMs: tookMs() };
  } catch (error) {
    return { status: null, fault: isSlow ? 'time' : faultOf(error), answer: '', tookMs: tookMs() };
  } finally {
    clearTimeout(timer);
    request.destroy();
  }
}

/** All that a name stands for has to be fit: a name with one private address among public ones is refused. */
function judgedLookup(mayGoTo: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const refused = found?.some(({ address }) => !mayGoTo(address));
      if (error || refused || !found[0])
        return callback(error ?? Object.assign(new Error('not a public address'), { code: refusedCode }), '', 4);
      if (options.all) return callback(null, found);
      return callback(null, found[0].address, found[0].family);
    });
  };
}

function exchange(request: ClientRequest, body: string): Promise<{ status: number; answer: string }> {
  return new Promise((resolveWith, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      const done = () => {
        const answer = Buffer.concat(parts).subarray(0, answerBytesMax).toString('utf8').replaceAll('\0', '');
        resolveWith({ status: response.statusCode ?? 0, answer });
      };
      response.on('data', (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        // Nobody needs more of it, and an endless one must not be waited for.
        if (bytes >= answerBytesMax) done();
      });
      response.on('end', done);
      response.on('error', reject);
    });
    request.end(body);
  });
}

function faultOf(error: unknown): SendFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === refusedCode) return 'address';
  if (code === 'ETIMEDOUT') return 'time';
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(code)) return 'name';
  if (code === 'ECONNREFUSED') return 'refused';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'certificate' : 'connection';
}
