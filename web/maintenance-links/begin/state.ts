import type { BegunWork } from '../../context/descriptor.ts';
import type { NewLink } from '../requests.ts';

/** What is typed on the way to a link. */
export type LinkDraft = {
  dealer: string;
  phone: string;
  /** The name that was shown for these two; empty until they were asked for. */
  name: string;
  which: 'all' | 'some' | '';
  /** Device IDs. */
  devices: readonly string[];
  rights: 'see' | 'configure';
  until: string;
  /** The key under which it was sent, kept so that a repeat makes no second link. */
  key: string;
  /** What was made; then the steps before do not open again. */
  made: string;
};

/** `device`: the one from whose page it began. */
export function emptyLink(device?: string): LinkDraft {
  const chosen =
    device === undefined ? { which: '' as const, devices: [] } : { which: 'some' as const, devices: [device] };
  return { dealer: '', phone: '', name: '', ...chosen, rights: 'see', until: '', key: '', made: '' };
}

/** Makes sense of what is stored; anything else is as if it were empty. */
export function readLink(stored: Record<string, unknown>): LinkDraft {
  const text = (field: string): string => (typeof stored[field] === 'string' ? stored[field] : '');
  const devices = Array.isArray(stored['devices']) ? stored['devices'] : [];
  return {
    dealer: text('dealer'),
    phone: text('phone'),
    name: text('name'),
    which: (['all', 'some'] as const).find((one) => one === stored['which']) ?? '',
    devices: devices.filter((one): one is string => typeof one === 'string'),
    rights: stored['rights'] === 'configure' ? 'configure' : 'see',
    until: text('until'),
    key: text('key'),
    made: text('made'),
  };
}

/** As it is sent. */
export function toRequest({ dealer, phone, which, devices, rights, until }: LinkDraft): NewLink {
  return { dealer, phone, devices: which === 'all' ? null : [...devices], configure: rights === 'configure', until };
}

export const linkSteps = ['dealer', 'terms', 'confirm', 'done'] as const;
export type LinkStep = (typeof linkSteps)[number];

/** The step that can be shown: none before what it needs is there, and the last alone once it is made. */
export function stepFor(wished: string | undefined, { name, which, made }: LinkDraft): LinkStep {
  if (made) return 'done';
  const step = linkSteps.find((one) => one === wished);
  if (name === '' || step === undefined || step === 'dealer') return 'dealer';
  return step === 'confirm' && which !== '' ? 'confirm' : 'terms';
}

/** A link that was begun and is not made; null for one in which no dealer is named yet. */
export function begunLink({ id, values }: { id: string; values: Record<string, unknown> }): BegunWork | null {
  const { name, dealer, made } = readLink(values);
  const detail = name || dealer.trim();
  if (made || detail === '') return null;
  const step = name ? 'terms' : 'dealer';
  return { detail, path: '/o/$organization/maintenance-links/new/$draft/$step', params: { draft: id, step } };
}
