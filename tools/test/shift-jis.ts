/** Text as a spreadsheet program in Japan saves it: the reverse of what TextDecoder reads, for the characters it knows. */
export function toShiftJis(text: string): Uint8Array<ArrayBuffer> {
  const table = reverseTable();
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`Shift_JIS has no "${character}"`);
      return bytes;
    }),
  );
}

let known: Map<string, number[]> | undefined;

function reverseTable(): Map<string, number[]> {
  if (known) return known;
  known = new Map();
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const tryBytes = (...bytes: number[]) => {
    try {
      const character = decoder.decode(new Uint8Array(bytes));
      if ([...character].length === 1 && !known?.has(character)) known?.set(character, bytes);
    } catch {
      // These bytes are no character.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) tryBytes(byte);
  for (let lead = 0x81; lead <= 0xfc; lead += 1)
    for (let trail = 0x40; trail <= 0xfc; trail += 1) tryBytes(lead, trail);
  return known;
}
