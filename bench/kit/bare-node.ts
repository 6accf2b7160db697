import { spawn } from 'node:child_process';
import { memoryMb } from './memory.ts';

const script = `require('node:http').createServer((_, answer) => answer.end('ok')).listen(0, '127.0.0.1', function () { console.log(this.address().port) })`;

/** Starts Node with nothing but a web server; milliseconds until it answers, and its memory then. */
export async function startBareNode(): Promise<{ readyMs: number; residentMb: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const port = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    });
    await (await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } })).text();
    const readyMs = performance.now() - started;
    return { readyMs, residentMb: memoryMb(child.pid ?? 0).resident };
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}
