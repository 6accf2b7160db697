import { spawn } from 'node:child_process';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';

export type BareServer = { url: string; stop: () => void };

/** Starts a program that says its port, on the database of the server that runs on this data folder. */
export async function startBareServer(dataDir: string, program: string, ...args: string[]): Promise<BareServer> {
  const database = findRunningDatabase(dataDir);
  if (!database) throw new Error('no database runs');
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DATABASE_URL: database.appUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the bare server does not start')));
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return { url: `http://127.0.0.1:${port}`, stop };
}
