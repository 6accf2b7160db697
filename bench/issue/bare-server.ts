import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deserialize } from 'node:v8';
import pg from 'pg';
import { newId } from '../../server/kernel/ids.ts';
import { fill, type Template } from './template.ts';

/**
 * The limit for issuing: node:http and pg with the statements that the API sends for one key, word for word, one after the other on one
 * connection, and an answer of the rows that came. It checks nothing. Run as a program, on the database of a running server.
 */
const connectionsMax = 16;
const templates = deserialize(readFileSync(process.argv[2] ?? '')) as Map<string, Template>;
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: connectionsMax });

type Body = { deviceId: string; activationKeys: [{ number: string }] };

const server = createServer((request, answer) => {
  void issue(request).then(
    (text) => answer.writeHead(201, { 'content-type': 'application/json' }).end(text),
    (error: unknown) => answer.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

async function issue(request: IncomingMessage): Promise<string> {
  const template = templates.get(String(request.url));
  if (!template) throw new Error('nobody of this organization issues keys');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
  const idempotencyKey = String(request.headers['idempotency-key']);
  const subject = { deviceId: body.deviceId, number: body.activationKeys[0].number, idempotencyKey };
  const client = await pool.connect();
  try {
    let most: readonly unknown[] = [];
    for (const statement of fill(template, subject, new Date(), newId)) {
      const { rows } = await client.query(statement);
      if (rows.length > most.length) most = rows;
    }
    return JSON.stringify(most);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
