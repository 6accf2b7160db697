import { formatDeviceId } from '../../../domain/identifiers/device-id.ts';
import { groupHex } from '../../../domain/identifiers/hex.ts';
import { demoDeviceIds, demoKeys, demoRegistrationId } from '../../../domain/registration-keys/demo.ts';
import { formatKey } from '../../../domain/registration-keys/key.ts';
import type { Category, Issued } from '../../api/types.ts';
import type { Draft } from '../../context/draft.ts';
import { shapes } from '../options.ts';
import type { Desk } from './desk.ts';
import { emptyIssue, type IssueDraft } from './state.ts';

/** The day on which the last key of the demo is said to have been issued first. */
const firstIssuedAt = '2026-04-01T03:00:00.000Z';

/** What the demo says in the person's language. */
export type DemoWords = { lines: [string, string]; purposes: readonly string[] };

function issuedOf(category: Category, words: DemoWords, mail: string): Issued {
  return {
    deviceId: formatDeviceId(demoDeviceIds[category.idFormat], category.idFormat),
    category: category.id,
    keys: demoKeys.map((key, index) => ({
      registrationKey: formatKey(key.registrationKey),
      productNumber: key.productNumber,
      purpose: words.purposes[index] ?? '',
      activationKey: formatKey(key.number),
      state: key.before ? 'issued-before' : 'new',
      firstIssuedAt: key.before ? firstIssuedAt : new Date().toISOString(),
    })),
    mailedTo: [mail],
  };
}

/** A desk that answers by itself and asks nobody: the demo leaves nothing behind, wherever one looks (K-08). */
export function demoDesk(category: Category, words: DemoWords, mail: string): Desk {
  const issued = issuedOf(category, words, mail);
  const rows = issued.keys.map(({ activationKey, state, firstIssuedAt: first, productNumber, purpose }) => ({
    number: activationKey,
    productNumber,
    purpose,
    state,
    firstIssuedAt: state === 'new' ? null : first,
  }));
  return {
    name: `demo ${words.lines.join(' ')}`,
    demo: true,
    load: () => Promise.resolve({ lines: words.lines }),
    store: () => Promise.resolve(),
    review: () => Promise.resolve({ rows }),
    issue: () => Promise.resolve(issued),
  };
}

/** Everything filled in already; nothing that is done to it has an effect. */
export function demoDraft(category: Category, words: DemoWords, mail: string, digits: number): Draft<IssueDraft> {
  const values: IssueDraft = {
    ...emptyIssue(category.id),
    deviceId: groupHex(demoDeviceIds[category.idFormat], shapes[category.idFormat].digits),
    lines: words.lines,
    entries: demoKeys.map((key) => ({
      number: formatKey(key.number),
      registrationId: demoRegistrationId(digits),
    })),
    issued: issuedOf(category, words, mail),
  };
  return { values, state: null, change: () => undefined, commit: () => Promise.resolve() };
}
