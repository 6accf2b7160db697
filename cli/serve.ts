import { flushCompileCache } from 'node:module';
import { createLog, endWithLastWords } from '../server/kernel/log.ts';
import { configOrFail } from './config.ts';
import { runDemo } from './demo.ts';
import { stopSignal, stopSignals } from './stop-signal.ts';
import { buildWeb } from './web-build.ts';

/** By then who waited for the start has been answered. */
const tidyAfterMs = 1_000;

/** Runs the server until it is told to stop. A second signal does not wait for what is still under way. */
export async function serve(demo: boolean): Promise<number> {
  const config = configOrFail();
  await buildWeb(console.log);
  const { startServer } = await import('../server/main.ts');
  // Who tries the demo reads what it prints; the log stays silent unless it is asked for or something goes wrong.
  const logLevel = demo && !process.env['ENGAWA_LOG_LEVEL'] ? 'warn' : config.logLevel;
  const log = createLog(logLevel);
  endWithLastWords(log);
  const server = await startServer({ config, demo, log });
  console.log(`Engawa runs at ${server.url}`);
  // Else it is written when the process ends, and one that is killed would leave its next start nothing.
  flushCompileCache();
  setTimeout(tidy, tidyAfterMs).unref();
  const devices = server.demo && (await runDemo(server.url, server.demo));
  const failed = await Promise.race([stopSignal().then(() => false), server.gone.then(() => true)]);
  console.log('Stopping …');
  for (const signal of stopSignals) process.once(signal, () => process.exit(1));
  await devices?.close();
  await server.close();
  return failed ? 1 : 0;
}

/** What only the start needed, a fifth of all memory, would otherwise stay until much more has come. Takes a tenth of a second, once. */
function tidy(): void {
  globalThis.gc?.({ type: 'major', flavor: 'last-resort', execution: 'sync' });
}
