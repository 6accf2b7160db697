/** A fenced block: its language, the words behind it, its text and the line of its fence (1-based). */
export type CodeBlock = { language: string; marks: string[]; text: string; line: number };

type OpenBlock = { fence: string; language: string; marks: string[]; line: number; lines: string[] };

/** The fenced code blocks of a Markdown text, in its order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: OpenBlock | null = null;
  for (const [at, line] of markdown.split('\n').entries()) {
    const fence = /^\s*(`{3,})(.*)$/.exec(line);
    if (open && fence?.[1] === open.fence && fence[2]?.trim() === '') {
      blocks.push({ language: open.language, marks: open.marks, text: `${open.lines.join('\n')}\n`, line: open.line });
      open = null;
    } else if (open) {
      open.lines.push(line);
    } else if (fence) {
      const [language = '', ...marks] = (fence[2] ?? '').trim().split(/\s+/);
      open = { fence: fence[1] ?? '', language, marks, line: at + 1, lines: [] };
    }
  }
  if (open) throw new Error(`the block that begins in line ${open.line} is never closed`);
  return blocks;
}

/** A Markdown text with its fenced blocks left out, line numbers kept. */
export function withoutCodeBlocks(markdown: string): string {
  return markdown.replaceAll(/^(\s*)(`{3,})[\s\S]*?^\s*\2[ \t]*$/gm, (block) => block.replaceAll(/[^\n]+/g, ''));
}
