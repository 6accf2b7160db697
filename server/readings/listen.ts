import { readFileSync } from 'node:fs';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Config } from '../config.ts';
import type { App } from '../kernel/app.ts';
import type { Listening } from '../listen.ts';
import type { Broker } from './broker/broker.ts';

const tlsPortDefault = 8883;
const connectionsMax = 50_000;
const handshakeWithinMs = 10_000;
/** Of the web server's port, for devices that get through to nothing else. */
export const webSocketPath = '/mqtt';
const subprotocol = 'mqtt';
const frameBytesMax = 128 * 1024;

/** Ports of the embedded broker; null where it does not listen. */
export type DevicePorts = { tcp: number | null; tls: number | null };
export type ListeningToDevices = { ports: DevicePorts; close(): Promise<void> };

/**
 * Opens the embedded broker where a site's devices report: over WebSocket always, over TLS with a certificate, without only when told so.
 * A broker of the operator's own takes its place.
 */
export async function listenToDevices(
  app: App,
  config: Config,
  databaseUrl: string,
  http: Listening,
): Promise<ListeningToDevices> {
  const ports: DevicePorts = { tcp: null, tls: null };
  if (![...app.sites.values()].some((site) => 'readings' in site.capabilities))
    return { ports, close: async () => undefined };
  if (config.mqttUrl !== null) {
    const { openExternalBroker } = await import('./broker/external/external.ts');
    return { ports, ...openExternalBroker(app, config.mqttUrl, databaseUrl) };
  }
  const { openBroker } = await import('./broker/broker.ts');
  const broker = await openBroker(app, databaseUrl);
  const servers: Server[] = [];
  const close = async () => {
    for (const server of servers) server.close();
    await broker.close();
  };
  try {
    await takeUpgrades(broker, http);
    if (config.mqttPort !== null) {
      const plain = createTcpServer({ noDelay: true }, (socket) => broker.handle(socket, socket.remoteAddress ?? ''));
      ports.tcp = await listenOn(plain, config.mqttPort, 'ENGAWA_MQTT_PORT');
      servers.push(plain);
    }
    if (config.tlsCert !== null && config.tlsKey !== null) {
      const files = { cert: readFileSync(config.tlsCert), key: readFileSync(config.tlsKey) };
      const tls = createTlsServer({ ...files, noDelay: true, handshakeTimeout: handshakeWithinMs }, (socket) =>
        broker.handle(socket, socket.remoteAddress ?? ''),
      );
      // Who speaks no TLS, or says nothing at all, holds a connection until somebody ends it.
      tls.on('tlsClientError', (_, socket) => void socket.destroy());
      ports.tls = await listenOn(tls, config.mqttTlsPort ?? tlsPortDefault, 'ENGAWA_MQTT_TLS_PORT');
      servers.push(tls);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { ports, close };
}

async function takeUpgrades(broker: Broker, http: Listening): Promise<void> {
  const { WebSocketServer, createWebSocketStream } = await import('ws');
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytesMax,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  });
  http.upgrade((request, socket, head) => {
    // Anything may stand there, also what is no address at all.
    const pathname = URL.parse(request.url ?? '', 'http://localhost')?.pathname;
    // A page of another origin has nothing to say here; devices send no origin.
    if (pathname !== webSocketPath || request.headers.origin !== undefined) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const stream = createWebSocketStream(opened);
      stream.on('error', () => undefined);
      broker.handle(stream, request.socket.remoteAddress ?? '');
    });
  });
}

async function listenOn(server: Server, port: number, setting: string): Promise<number> {
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is in use; set ${setting} to another one`) : error),
    );
    server.listen(port, resolve);
  });
  return (server.address() as AddressInfo).port;
}
