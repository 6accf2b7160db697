import { useSearch } from '@tanstack/react-router';
import { useKinds } from './question-fields.tsx';

export type Given = { kind: string; about: string; device: string; page: string; reference: string };

/** What the address says of where the form was opened; what reads like nothing of ours is left out. */
export function useGiven(): Given {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const kinds = useKinds();
  const fitting = (key: keyof Given, pattern: RegExp) => {
    const value = search[key];
    return typeof value === 'string' && pattern.test(value) ? value : '';
  };
  const kind = fitting('kind', /./);
  return {
    kind: kinds.find((one) => one === kind) ?? '',
    about: fitting('about', /^.{1,80}$/),
    device: fitting('device', /^dev_[0-9a-f-]{36}$/),
    page: fitting('page', /^\/[\w$./-]{0,199}$/),
    reference: fitting('reference', /^[\w-]{1,64}$/),
  };
}
