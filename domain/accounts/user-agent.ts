/** Browsers and systems that a session's list names; anything else is `other`. */
export const browserNames = ['edge', 'chrome', 'firefox', 'safari', 'other'] as const;
export const systemNames = ['windows', 'macos', 'ios', 'android', 'chromeos', 'linux', 'other'] as const;
export type BrowserName = (typeof browserNames)[number];
export type SystemName = (typeof systemNames)[number];

// In this order: later ones also occur in what earlier ones say of themselves.
const browsers: readonly (readonly [RegExp, BrowserName])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\bOPR\/|\bSamsungBrowser\//, 'other'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
];
const systems: readonly (readonly [RegExp, SystemName])[] = [
  [/\bWindows\b/, 'windows'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bMacintosh\b/, 'macos'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bLinux\b/, 'linux'],
];

/** What a User-Agent header says of browser and system, good enough for a person to know their own again (P-16). */
export function readUserAgent(header: string | null): { browser: BrowserName; system: SystemName } {
  const text = header ?? '';
  return { browser: first(browsers, text) ?? 'other', system: first(systems, text) ?? 'other' };
}

function first<T>(list: readonly (readonly [RegExp, T])[], text: string): T | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}
