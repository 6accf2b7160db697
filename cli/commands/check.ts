import { withBlindness, type Gate } from '../../tools/check/gate.ts';
import { noArguments } from '../arguments.ts';
import { runTool } from '../child.ts';
import type { Command } from '../command.ts';
import { gates } from '../gates.ts';
import { buildWeb } from '../web-build.ts';

export const command: Command = {
  name: 'check',
  summary: 'Do what CI does: types, lint, format, arrows, texts, generated files, then the tests',
  usage: '',
  run: async (args) => {
    noArguments(args);
    const failed: string[] = [];
    for (const gate of gates) {
      if (!(await passes(gate))) failed.push(gate.name);
    }
    await buildWeb(console.log);
    if ((await runTool('vitest', ['run'])) !== 0) failed.push('tests');
    if (failed.length > 0) console.error(`\ncheck: ${failed.join(', ')} failed`);
    return failed.length > 0 ? 1 : 0;
  },
};

async function passes(gate: Gate): Promise<boolean> {
  const started = performance.now();
  const { saw, faults } = withBlindness(await gate.run());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const seen = Object.entries(saw).map(([what, count]) => `${count} ${what}`);
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${gate.name} (${seen.join(', ')}; ${seconds} s)`);
  for (const fault of faults) console.error(fault.replace(/^/gm, '    '));
  return faults.length === 0;
}
