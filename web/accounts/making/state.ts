import { parseTypedLoginId } from '../../../domain/accounts/login-id.ts';
import { readSignUpForm, type SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import type { SignUpFieldName } from '../../../domain/accounts/sign-up.ts';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { AccountWay, MadeAccount, Opening } from './requests.ts';

/** An account in the making, kept on the server while it is typed. No password is ever in it. */
export type NewAccountDraft = {
  organization: AccountWay['organization'] | null;
  values: SignUpValues;
  loginId: string;
  mail: string;
  language: Language;
  opening: Opening | null;
  /** What the server made, without the password. */
  made: (Omit<MadeAccount, 'password' | 'organization'> & { how: Opening }) | null;
};

export function emptyAccount(language: Language): NewAccountDraft {
  return { organization: null, values: { country: 'JP' }, loginId: '', mail: '', language, opening: null, made: null };
}

/** What was stored is ours, but from an earlier version it may lack a part. */
export function readAccountDraft(stored: Record<string, unknown>): NewAccountDraft {
  return { ...emptyAccount('ja'), ...stored };
}

export function wayOf(ways: readonly AccountWay[], draft: NewAccountDraft): AccountWay | null {
  const way = ways.length === 1 ? ways[0] : ways.find((one) => one.organization === draft.organization);
  return way ?? null;
}

/** How the account opens: what was chosen, or the only way there is. */
export function openingOf({ openings }: AccountWay, draft: NewAccountDraft): Opening | null {
  const opening = openings.length === 1 ? openings[0] : openings.find((one) => one === draft.opening);
  return opening ?? null;
}

/** An address that nothing proves is not asked for: it is the login ID, or the link goes there. */
export function wantsMail(way: AccountWay, opening: Opening | null): boolean {
  return way.loginIdRule === null || opening === 'link';
}

export type FieldName = SignUpFieldName | 'organization' | 'opening' | 'language';
/** `code` as in the closed lists; the two questions have sentences of their own and no code. */
export type AccountFault = { field: FieldName; code: string | null; params?: Record<string, string | number> };

/** Everything that is missing or wrong, by the rules that the server applies as well. */
export function judgeAccount(ways: readonly AccountWay[], draft: NewAccountDraft): AccountFault[] {
  const way = wayOf(ways, draft);
  if (!way) return [{ field: 'organization', code: null }];
  const opening = openingOf(way, draft);
  const form = readSignUpForm(draft.values, way.fields);
  const faults: AccountFault[] = form.ok ? [] : [...form.faults];
  if (way.loginIdRule) {
    const loginId = parseTypedLoginId(draft.loginId, way.loginIdRule);
    const capability = !loginId.ok && loginId.code === 'required' ? 'identifiers' : 'accounts';
    if (!loginId.ok)
      faults.push({ ...loginId, field: 'loginId', code: `${capability}/${loginId.code}` } satisfies AccountFault);
  }
  if (!opening) faults.push({ field: 'opening', code: null });
  const mail = parseMailAddress(draft.mail);
  if (!mail.ok && wantsMail(way, opening))
    faults.push({ ...mail, field: 'mail', code: `identifiers/${mail.code}` } satisfies AccountFault);
  return faults;
}
