import type { BegunWork } from '../context/descriptor.ts';
import { readInvite } from './members/invite-state.ts';
import { readMake } from './tree/make-state.ts';

type Stored = { id: string; values: Record<string, unknown> };

/** An invitation that was begun and is not sent; null for one in which nobody is named yet. */
export function begunInvitation({ id, values }: Stored): BegunWork | null {
  const { person, sent } = readInvite(values, 'ja');
  const detail = person.name.trim() || person.mail.trim();
  if (sent || detail === '') return null;
  return { detail, path: '/o/$organization/members/invite/$draft/$step', params: { draft: id, step: 'form' } };
}

/** An organization that was begun and is not made; null for one without a name. */
export function begunOrganization({ id, values }: Stored): BegunWork | null {
  const { name, made } = readMake(values, 'ja');
  if (made || name.trim() === '') return null;
  const path = '/o/$organization/organizations/new/$draft/$step';
  return { detail: name.trim(), path, params: { draft: id, step: 'form' } };
}
