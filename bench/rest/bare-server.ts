import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deserialize } from 'node:v8';
import pg from 'pg';
import type { Plan } from '../kit/capture.ts';

/**
 * The limit for one request of the API: node:http and pg with the statements that the API sends for it, word for word, one after the
 * other on one connection, and an answer of the rows that came. It looks at nothing. Run as a program, on the database of a running server.
 */
const connectionsMax = 16;
const plans = deserialize(readFileSync(process.argv[2] ?? '')) as Map<string, Plan>;
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: connectionsMax });

const server = createServer((request, answer) => {
  void serve(`${request.method} ${request.url}`).then(
    (text) => answer.writeHead(200, { 'content-type': 'application/json' }).end(text),
    (error: unknown) => answer.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

async function serve(asked: string): Promise<string> {
  const plan = plans.get(asked);
  if (!plan) throw new Error('no such request');
  const client = await pool.connect();
  try {
    let most: readonly unknown[] = [];
    for (const statement of plan) {
      const { rows } = await client.query(statement);
      if (rows.length > most.length) most = rows;
    }
    return JSON.stringify(most);
  } finally {
    client.release();
  }
}
