import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Config } from './config.ts';
import { securityHeaders } from './kernel/http/security-headers.ts';

const headersWithinMs = 10_000;
const requestWithinMs = 60_000;
const handshakeWithinMs = 10_000;
/** Longer than anything takes that says nothing meanwhile: whoever does not take their answer is let go. */
const silentMsMax = 120_000;
const closeWithinMs = 10_000;
const connectionsMax = 2_000;

export type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>;
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
export type Listening = {
  port: number;
  scheme: 'http' | 'https';
  serve(fetch: Fetch): void;
  /** Who takes connections that ask for another protocol than HTTP; else they are closed. */
  upgrade(take: Upgrade): void;
  close(): Promise<void>;
};

function starting(): Response {
  return new Response('starting\n', {
    status: 503,
    headers: { ...securityHeaders, 'retry-after': '1', 'cache-control': 'no-store' },
  });
}

/** RFC 9112, 3.2: else it would be for one host here and for the other to whoever stands in front. */
function isForTwoHosts({ incoming }: HttpBindings): boolean {
  return (incoming.headersDistinct['host']?.length ?? 0) > 1;
}

function twoHosts(): Response {
  return new Response('two hosts\n', { status: 400, headers: { ...securityHeaders, connection: 'close' } });
}

/**
 * Takes the port at once, so that a taken one is told before anything else is started; answers 503 until `serve` is
 * called. Slow senders are cut off, and whoever takes nothing of an answer.
 */
export async function listen(config: Pick<Config, 'port' | 'tlsCert' | 'tlsKey'>): Promise<Listening> {
  let current: Fetch = starting;
  const listener = getRequestListener(
    (request, env) => (isForTwoHosts(env as HttpBindings) ? twoHosts() : current(request, env as HttpBindings)),
    { overrideGlobalObjects: false },
  );
  const options = {
    headersTimeout: headersWithinMs,
    requestTimeout: requestWithinMs,
    connectionsCheckingInterval: 5_000,
    handshakeTimeout: handshakeWithinMs,
  };
  const tls = config.tlsCert !== null && config.tlsKey !== null;
  const server: Server = tls
    ? createHttpsServer(
        { ...options, cert: readFileSync(String(config.tlsCert)), key: readFileSync(String(config.tlsKey)) },
        listener,
      )
    : createHttpServer(options, listener);
  server.maxConnections = connectionsMax;
  server.setTimeout(silentMsMax);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${config.port} is in use; set PORT to another one`) : error);
    });
    server.listen(config.port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    scheme: tls ? 'https' : 'http',
    serve: (fetch) => {
      current = fetch;
    },
    upgrade: (take) => void server.on('upgrade', take),
    close: () => closeServer(server),
  };
}

/** Takes no new requests, finishes those under way, then cuts off what is left. */
async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
