/** Stands for a character that Shift_JIS has not: 〓, as in Japanese type. */
const missing = 0x81_ac;
const noneMark = 0;

/**
 * Signs that Unicode has twice, once as other programs type it and once as Microsoft's table (CP932) has it; the reader sees
 * the same sign.
 */
const twins: Record<string, string> = {
  '\u301C': '\uFF5E', // 〜
  '\u2212': '\uFF0D', // −
  '\u2016': '\u2225', // ‖
  '\u2014': '\u2015', // —
  '\u00A2': '\uFFE0', // ¢
  '\u00A3': '\uFFE1', // £
  '\u00A5': '\uFFE5', // ¥
  '\u00AC': '\uFFE2', // ¬
};

let table: Uint16Array | undefined;

/** By UTF-16 code unit: the byte, or two bytes as one number; 0 for none. Built from what `TextDecoder` reads. */
function reverseTable(): Uint16Array {
  if (table) return table;
  const built = new Uint16Array(0x1_0000);
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const learn = (code: number, ...bytes: number[]) => {
    let text: string;
    try {
      text = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return; // these bytes are no character
    }
    const unit = text.charCodeAt(0);
    const ownUse = unit >= 0xe0_00 && unit <= 0xf8_ff; // means something else on every machine
    if (text.length === 1 && !ownUse && built[unit] === noneMark) built[unit] = code;
  };
  for (let byte = 1; byte < 0x100; byte += 1) learn(byte, byte);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    // Two rows hold characters that stand again further down, where Windows writes them.
    if (lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) learn((lead << 8) | trail, lead, trail);
  }
  for (const [sign, twin] of Object.entries(twins)) built[sign.charCodeAt(0)] ||= built[twin.charCodeAt(0)] ?? noneMark;
  table = built;
  return built;
}

/**
 * Text as Shift_JIS (CP932, as Japanese spreadsheet programs read it); what it cannot hold becomes 〓.
 * @returns the bytes, and how many characters were replaced.
 */
export function encodeShiftJis(text: string): { bytes: Uint8Array<ArrayBuffer>; replaced: number } {
  const codes = reverseTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  let replaced = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let code = codes[unit] ?? noneMark;
    if (code === noneMark && unit !== 0) {
      if (isPair(text, at)) at += 1;
      code = missing;
      replaced += 1;
    }
    if (code > 0xff) bytes[length++] = code >> 8;
    bytes[length++] = code & 0xff;
  }
  return { bytes: bytes.subarray(0, length), replaced };
}

/** The characters of a text that Shift_JIS cannot hold, in their order, as people see them. */
export function unwritableIn(text: string): string[] {
  const codes = reverseTable();
  const found: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0 || codes[unit] !== noneMark) continue;
    const pair = isPair(text, at);
    found.push(text.slice(at, at + (pair ? 2 : 1)));
    if (pair) at += 1;
  }
  return found;
}

function isPair(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return high >= 0xd8_00 && high < 0xdc_00 && low >= 0xdc_00 && low < 0xe0_00;
}
