// decisions.md "Running": what makes a spreadsheet program compute a cell, full width too.
const computed = /^'*[=+\-@＝＋－＠\t\r]/u;
const guarded = /^'+[=+\-@＝＋－＠\t\r]/u;

/**
 * Puts `'` before a text of a CSV file that a spreadsheet program would take for a formula (P-22), and before one that already
 * looks like that, so that `unguardCell` gives every text back as it was.
 */
export function guardCell(text: string): string {
  return computed.test(text) ? `'${text}` : text;
}

/** Takes off what `guardCell` put on. */
export function unguardCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
