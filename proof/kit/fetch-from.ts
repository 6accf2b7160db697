import { Agent, request } from 'node:http';

/**
 * As `fetch`, but from a loopback address of the caller's own (127.x.y.z), with which the server counts its limits per
 * address. Takes bodies of text only.
 */
export function fetchFrom(localAddress: string): typeof fetch {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return (input, init = {}) =>
    new Promise<Response>((resolve, reject) => {
      const { hostname, port, pathname, search } = new URL(input instanceof Request ? input.url : input);
      const { body } = init;
      if (body !== undefined && body !== null && typeof body !== 'string') {
        reject(new TypeError('only bodies of text can be sent from an address of choice'));
        return;
      }
      const sent = request(
        {
          // A name could stand for ::1, which no address of IPv4 can reach.
          host: hostname === 'localhost' ? '127.0.0.1' : hostname,
          port,
          path: pathname + search,
          method: init.method ?? 'GET',
          headers: { host: `${hostname}:${port}`, ...Object.fromEntries(new Headers(init.headers)) },
          localAddress,
          agent,
        },
        (received) => {
          const chunks: Buffer[] = [];
          received.on('data', (chunk: Buffer) => chunks.push(chunk));
          received.on('error', reject);
          received.on('end', () => {
            const headers = new Headers();
            for (const [name, values] of Object.entries(received.headersDistinct))
              for (const value of values ?? []) headers.append(name, value);
            const status = received.statusCode ?? 0;
            const noBody = status === 204 || status === 304;
            resolve(new Response(noBody ? null : Buffer.concat(chunks), { status, headers }));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
}

/** The nth address for a caller of its own. */
export function callerAddress(index: number): string {
  return `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;
}

/** As `fetch`, from so many addresses by turns: one caller who is never slowed down for how much they ask in a minute. */
export function fetchFromMany(count: number, first = 0): typeof fetch {
  const ways = Array.from({ length: count }, (_, index) => fetchFrom(callerAddress(first + index)));
  let asked = 0;
  return (input, init) => {
    const send = ways[asked % count] ?? fetch;
    asked += 1;
    return send(input, init);
  };
}
