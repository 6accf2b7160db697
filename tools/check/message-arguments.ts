/** Kinds of argument whose branches are messages themselves. */
const branching = new Set(['plural', 'select', 'selectordinal']);

/**
 * The arguments and tags of an ICU message, sorted and each once: `{count, plural, other {# of <b>{total}</b>}}` gives
 * `<b>`, `count`, `total`. Throws when braces do not match.
 */
export function messageArguments(message: string): string[] {
  const found = new Set<string>();
  const end = readMessage(message, 0, found);
  if (end !== message.length) throw new Error(`there is a } too many at character ${end + 1}`);
  return [...found].toSorted();
}

/** Reads up to the } that closes this message, or to the end. */
function readMessage(text: string, start: number, found: Set<string>): number {
  let at = start;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === "'" && /['{}<>]/.test(text[at + 1] ?? '')) at = skipQuoted(text, at);
    else if (text[at] === '{') at = readArgument(text, at + 1, found);
    else {
      const tag = /^<([a-zA-Z][\w-]*)>/.exec(text.slice(at));
      if (tag) found.add(tag[0]);
      at += 1;
    }
  }
  return at;
}

function skipQuoted(text: string, quote: number): number {
  if (text[quote + 1] === "'") return quote + 2;
  const close = text.indexOf("'", quote + 1);
  return close < 0 ? text.length : close + 1;
}

function readArgument(text: string, start: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(start));
  if (!head) throw new Error(`there is no name after the { at character ${start}`);
  found.add(head[1] ?? '');
  let at = start + head[0].length;
  if (!branching.has(head[2] ?? '')) {
    const close = text.indexOf('}', at);
    if (close < 0) throw new Error(`the { at character ${start} is never closed`);
    return close + 1;
  }
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readMessage(text, at + 1, found) + 1 : at + 1;
  }
  if (at >= text.length) throw new Error(`the { at character ${start} is never closed`);
  return at + 1;
}
