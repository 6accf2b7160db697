import type { Measured } from '../../cli/measured.ts';

export const performanceFile = new URL('../../docs/performance.md', import.meta.url);

const head = `# Performance

What \`./engawa bench\` measured last, by name, with the machine it ran on. Made from docs/performance.json, which \`./engawa bench NAME … --record\` writes; edit neither by hand. Machines are noisy and differ: what
counts are ratios against a limit that was measured in the same run, and a figure with a limit of its own says so. A measurement that missed its limit stands here as well.`;

/** The page of all measurements that were kept. */
export function printPerformance(all: readonly Measured[]): string {
  const rows = all.map((one) => `| [${one.name}](#${one.name}) | ${one.held ? 'held' : '**missed**'} | ${one.on} |`);
  const index = ['| measurement | limits | on |', '|---|---|---|', ...rows].join('\n');
  return `${[head, index, ...all.map(section)].join('\n\n')}\n`;
}

function section({ name, summary, on, machine, seconds, seed, held, said, figures, fault }: Measured): string {
  const text = fault === null ? said : [...said, ...fault.split('\n')];
  const lines = [
    `## ${name}`,
    `${summary}. ${on}, ${machine}; ${Math.round(seconds)} s, seed ${seed}${held ? '' : '; **missed its limit**'}.`,
    ...(text.length > 0 ? [['```text', ...text, '```'].join('\n')] : []),
    ...(Object.keys(figures).length > 0 ? [tableOf(figures)] : []),
  ];
  return lines.join('\n\n');
}

function tableOf(figures: Measured['figures']): string {
  const rows = Object.entries(figures).map(
    ([name, figure]) => `| ${name.replaceAll('|', '\\|')} | ${figure.toLocaleString('en').replaceAll('|', '\\|')} |`,
  );
  return ['| figure | |', '|---|---|', ...rows].join('\n');
}
