/** A fenced block: its language, the words behind it, its text and the line of its fence (1-based). */
export type CodeBlock = { language: string; marks: string[]; text: string; line: number };

const fenced = /^([ \t]*)(`{3,})([^\n`]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;

/** The fenced code blocks of a Markdown text, in its order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(fenced)].map(({ index, 3: info = '', 4: text = '' }) => {
    const [language = '', ...marks] = info.trim().split(/\s+/);
    return { language, marks, text, line: markdown.slice(0, index).split('\n').length };
  });
}

/** A Markdown text with its fenced blocks left out, line numbers kept. */
export function withoutCodeBlocks(markdown: string): string {
  return markdown.replaceAll(fenced, (block) => block.replaceAll(/[^\n]+/g, ''));
}
