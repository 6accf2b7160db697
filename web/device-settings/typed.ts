import { checkSetting } from '../../domain/device-settings/value.ts';
import type { Value } from '../../domain/protocol/body.ts';
import type { Params } from '../../domain/verdict.ts';
import type { Setting } from './requests.ts';

/** What stands in a setting's field before anybody types: what was asked for last or, where nothing was, what is in force. */
export function textOf({ value, pending }: Pick<Setting, 'value' | 'pending'>): string {
  const shown = pending ? pending.value : value;
  return shown === null ? '' : String(shown);
}

export type Judged = { values: Record<string, Value>; faults: { code: string; fault: string; params?: Params }[] };

/** What the fields ask for: those that say another thing than before, each checked against its limits. */
export function judgeTyped(settings: readonly Setting[], typed: Readonly<Record<string, string>>): Judged {
  const judged: Judged = { values: {}, faults: [] };
  for (const setting of settings) {
    const text = (typed[setting.code] ?? textOf(setting)).normalize('NFKC').trim();
    if (text === textOf(setting)) continue;
    const read = checkSetting(limitsOf(setting), valueOf(setting, text));
    if (read.ok) judged.values[setting.code] = read.value;
    else
      judged.faults.push({
        code: setting.code,
        fault: text === '' ? 'identifiers/required' : `device-settings/${read.code}`,
        ...(read.params && { params: read.params }),
      });
  }
  return judged;
}

function valueOf({ kind }: Setting, text: string): Value {
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'number' || kind === 'integer') return text === '' ? Number.NaN : Number(text);
  return text;
}

function limitsOf({ code, name, kind, unit, min, max, step, choices }: Setting): Parameters<typeof checkSetting>[0] {
  const limits = { min: min ?? undefined, max: max ?? undefined, step: step ?? undefined, unit: unit ?? undefined };
  return { code, name, kind, choices: kind === 'choice' ? choices : undefined, ...limits };
}

/** The two ends of a window's text, each empty until it is typed. */
export function endsOf(text: string): { from: string; until: string } {
  const [from = '', until = ''] = text.split('-');
  return { from, until };
}

export function windowText({ from, until }: { from: string; until: string }): string {
  return from === '' && until === '' ? '' : `${from}-${until}`;
}
