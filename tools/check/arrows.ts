import { posix } from 'node:path';
import type { GateResult } from './gate.ts';
import { isTest, readSources, withoutComments, type Source } from './sources.ts';

/** Which top folder may import from which. Folders that only run things (cli, e2e, proof, bench, tools) may use all. */
const mayImport: Record<string, readonly string[]> = {
  domain: ['domain'],
  edge: ['edge', 'domain'],
  server: ['server', 'domain'],
  web: ['web', 'domain'],
};
const runners = ['cli', 'e2e', 'proof', 'bench', 'tools'];
/** Of another capability's files these are nobody else's business: what it answers to and what it keeps where. */
const privateFile = /(?:^|-)(?:routes|store|jobs)\.ts$/;
const pureModules = ['node:crypto'];

export async function checkArrows(): Promise<GateResult> {
  const sources = await readSources([...Object.keys(mayImport), ...runners]);
  const imports = sources.flatMap((source) => importsOf(source).map((target) => ({ from: source.path, target })));
  const faults = imports.flatMap(({ from, target }) => {
    const reason = whyNot(from, target);
    return reason ? [`${from} imports ${target}: ${reason}`] : [];
  });
  return { saw: { files: sources.length, imports: imports.length }, faults };
}

/** Targets of all imports, re-exports and dynamic imports; relative ones as paths from the checkout. */
export function importsOf({ path, text }: Source): string[] {
  const found = withoutComments(text).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g);
  return [...found].map(([, , target = '']) =>
    target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
  );
}

/** Why `from` must not import `target`, or null when it may. */
export function whyNot(from: string, target: string): string | null {
  const [top = '', capability = ''] = from.split('/');
  if (!(top in mayImport) || isTest(from) || from.endsWith('.config.ts')) return null;
  if (target.startsWith('node:')) return whyNotNode(top, target);
  const [targetTop = '', targetCapability = '', ...rest] = target.split('/');
  if (!(targetTop in mayImport) && !runners.includes(targetTop)) return null;
  if (!mayImport[top]?.includes(targetTop)) return `${top} may import from ${mayImport[top]?.join(' and ')} only`;
  if (top !== 'server' || targetTop !== 'server' || capability === targetCapability) return null;
  const fromFile = !from.includes('/', 'server/'.length);
  if (fromFile) return null;
  if (capability === 'kernel' && rest.length > 0) return 'the kernel knows no capability';
  if (targetCapability !== 'kernel' && privateFile.test(rest.at(-1) ?? '')) {
    return 'a capability uses another by its use cases, not by its routes, store or jobs';
  }
  return null;
}

function whyNotNode(top: string, target: string): string | null {
  if (top === 'web') return 'a browser has no Node modules';
  if (top === 'domain' && !pureModules.includes(target)) return 'the domain is pure: no input or output';
  return null;
}
