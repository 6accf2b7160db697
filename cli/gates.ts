import { checkArrows } from '../tools/check/arrows.ts';
import type { Gate, GateResult } from '../tools/check/gate.ts';
import { checkSiteNames } from '../tools/check/site-names.ts';
import { checkTexts } from '../tools/check/texts.ts';
import { readTool, type Tool } from './child.ts';
import { checkGeneratedFiles } from './generated-files.ts';

/** What `./engawa check` looks at before it runs the tests, quickest first. */
export const gates: Gate[] = [
  { name: 'arrows between folders', run: checkArrows },
  { name: 'texts in both languages', run: checkTexts },
  { name: 'no site in code', run: checkSiteNames },
  { name: 'format', run: () => runCounting('oxfmt', ['--check', '.'], /on (\d+) files/) },
  { name: 'lint', run: () => runCounting('oxlint', ['--deny-warnings'], /on (\d+) files/) },
  { name: 'types', run: () => runCounting('tsc', ['-p', '.', '--listFiles'], null) },
  { name: 'types of the web app', run: () => runCounting('tsc', ['-p', 'web', '--listFiles'], null) },
  { name: 'generated files', run: checkGeneratedFiles },
];

/** A tool that passes without having looked at a file is misconfigured, so the count is read from what it says. */
async function runCounting(tool: Tool, args: string[], counted: RegExp | null): Promise<GateResult> {
  const { code, output } = await readTool(tool, args);
  const files = counted ? Number(counted.exec(output)?.[1] ?? 0) : ownFiles(output).length;
  return { saw: { files }, faults: code === 0 ? [] : [withoutFileList(output)] };
}

function ownFiles(output: string): string[] {
  return output.split('\n').filter((line) => isFileName(line) && !line.includes('node_modules'));
}

function withoutFileList(output: string): string {
  return output
    .split('\n')
    .filter((line) => !isFileName(line))
    .join('\n')
    .trim();
}

function isFileName(line: string): boolean {
  return line.startsWith('/') && /\.(?:[cm]?tsx?|json)$/.test(line);
}
