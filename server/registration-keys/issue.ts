import { timingSafeEqual } from 'node:crypto';
import { decideBatch, type Issue } from '../../domain/registration-keys/issue.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { formatDeviceId } from '../../domain/identifiers/device-id.ts';
import {
  findCategory,
  findFeature,
  type Category,
  type RegistrationKeyOptions,
} from '../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Params } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import type { Scope } from '../kernel/session.ts';
import { newId } from '../kernel/ids.ts';
import { journalBound, type Bound } from './journal.ts';
import { keyMaker } from './masters.ts';
import { registrationKeyProblem } from './problems.ts';
import { readIssueRequest, type Entry, type IssueInput } from './read-request.ts';
import { hashRegistrationId } from './registration-id.ts';
import {
  countSlots,
  findActivationKeys,
  findBindings,
  insertBindings,
  lockDevices,
  lockIdentifier,
  recordIssues,
  type ActivationKeyFact,
  type BindingFact,
  type NewBinding,
} from './store.ts';
import { countTries, judgeTries } from './tries.ts';

/** Codes that count as a try of K-04: what a guess would meet. */
const countedCodes = new Set(['unknown-activation-key']);

type Raw = Parameters<typeof readIssueRequest>[1];

export type Row = {
  number: string;
  productNumber: string;
  purpose: string;
  state: 'new' | 'issued-before';
  firstIssuedAt: string | null;
};

type Judged = { entry: Entry; record: ActivationKeyFact; binding: BindingFact | null; issue: Issue };

/** Step 4 of the wizard: what would happen, with every fault at its row; nothing is bound (K-03.4). */
export async function review(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  language: Language,
  raw: Raw,
): Promise<Outcome<{ rows: Row[] }>> {
  const request = readIssueRequest(registrationKeyOptions(site), raw);
  if (!request.ok) return { reply: platformProblem('invalid-fields', { errors: request.errors }) };
  const judged = await judge(app, tx, site, scope, language, request.value, false);
  if ('refused' in judged) return { reply: judged.refused, events: judged.events };
  const rows = judged.rows.map(({ entry, record, issue }) => ({
    number: formatKey(entry.number),
    productNumber: record.productNumber,
    purpose: record.purpose,
    ...presentState(issue),
  }));
  return { reply: { status: 200, body: { rows } } };
}

export type IssueAnswer = {
  deviceId: string;
  category: string;
  keys: {
    registrationKey: string;
    productNumber: string;
    purpose: string;
    activationKey: string;
    state: 'new' | 'issued-before';
    firstIssuedAt: string;
  }[];
  mailedTo: string[];
};

/** Step 5: binds each activation key to the device for ever, all or none, and gives the registration keys (K-04). */
export async function issue(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  language: Language,
  raw: Raw,
): Promise<Outcome<IssueAnswer>> {
  const request = readIssueRequest(registrationKeyOptions(site), raw);
  if (!request.ok) return { reply: platformProblem('invalid-fields', { errors: request.errors }) };
  const { category, deviceId, mail } = request.value;
  const judged = await judge(app, tx, site, scope, language, request.value, true);
  if ('refused' in judged) return { reply: judged.refused, events: judged.events };
  const makeKey = await keyMaker(
    app,
    site,
    judged.rows.map((row) => row.issue.version),
  );
  const { bindings, bound } = await bind(tx, scope, category, deviceId, judged.rows);
  const keys = judged.rows.map(({ entry, record, issue: decided }) => ({
    registrationKey: formatKey(makeKey({ product: String(category.product), deviceId, ...decided })),
    productNumber: record.productNumber,
    purpose: record.purpose,
    activationKey: formatKey(entry.number),
    state: presentState(decided).state,
    firstIssuedAt: presentState(decided).firstIssuedAt ?? scope.now.toISOString(),
  }));
  const event: NewEvent = {
    what: 'registration-keys.issued',
    subject: `identifier/${category.idFormat}/${deviceId}`,
    data: {
      bindings,
      organization: scope.organizationId,
      category: category.id,
      new: judged.rows.filter((row) => row.issue.state === 'new').length,
    },
    details: mail ? { mail } : {},
  };
  const body = {
    deviceId: formatDeviceId(deviceId, category.idFormat),
    category: category.id,
    keys,
    mailedTo: mail?.addresses ?? [],
  };
  return { reply: { status: 201, body }, events: [event], beforeCommit: journalBound(app, site.id, bound) };
}

function presentState(issue: Issue): { state: 'new' | 'issued-before'; firstIssuedAt: string | null } {
  return issue.state === 'new'
    ? { state: 'new', firstIssuedAt: null }
    : { state: 'issued-before', firstIssuedAt: issue.firstIssuedAt.toISOString() };
}

/** The facts of the request judged by the rule of K-04, with the organization's tries counted. Locks what `bind` will write. */
async function judge(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  language: Language,
  { category, deviceId, entries }: IssueInput,
  lock: boolean,
): Promise<{ rows: Judged[] } | { refused: Problem; events: NewEvent[] }> {
  const { failures, refused } = await judgeTries(tx, scope);
  if (refused) return { refused, events: [] };
  const options = registrationKeyOptions(site);
  const product = String(category.product);
  if (lock) await lockDevices(tx, site.id, [deviceId]);
  const numbers = entries.map((entry) => entry.number);
  const records = new Map(
    (await findActivationKeys(tx, site.id, numbers, lock)).map((record) => [record.number, record]),
  );
  const bindings = new Map((await findBindings(tx, scope, numbers)).map((binding) => [binding.activationKey, binding]));
  const facts = entries.map((entry) => {
    const record = records.get(entry.number) ?? null;
    const binding = bindings.get(entry.number) ?? null;
    return {
      number: entry.number,
      activationKey: record,
      registrationIdMatches: matches(app, site, entry, record),
      feature: record ? (findFeature(options, record.productNumber, record.category)?.code ?? null) : null,
      held: record?.held ?? false,
      binding: binding && { ...binding, version: binding.keyVersion, firstIssuedAt: binding.issuedAt },
    };
  });
  const keysBefore = await countSlots(tx, site.id, category.idFormat, deviceId, product);
  const verdict = decideBatch(facts, { category, deviceId, version: options.scheme.issue, keysBefore });
  if (!verdict.ok) {
    const counted = verdict.faults.filter((fault) => countedCodes.has(fault.code)).length;
    if (counted > 0) await countTries(tx, scope, failures, counted);
    const errors = verdict.faults.map(({ index, code, params }) => ({
      pointer: `/activationKeys/${index}/number`,
      code: `registration-keys/${code}`,
      ...(params && { params: inWords(options, language, params) }),
    }));
    const event: NewEvent = {
      what: 'registration-keys.refused',
      subject: `organization/${scope.organizationId}`,
      data: { codes: verdict.faults.map((fault) => fault.code) },
    };
    return { refused: registrationKeyProblem('issue-refused', { errors }), events: [event] };
  }
  const rows = verdict.value.map((decided, index): Judged => {
    const entry = entries[index];
    const record = entry && records.get(entry.number);
    if (!entry || !record) throw new Error('an entry was judged that is not there');
    return { entry, record, binding: bindings.get(entry.number) ?? null, issue: decided };
  });
  return { rows };
}

/** A category is told by its name, not by its ID. */
function inWords(options: RegistrationKeyOptions, language: Language, params: Params): Params {
  const name = typeof params.category === 'string' && findCategory(options, params.category)?.name[language];
  return name ? { ...params, category: name } : params;
}

/** Compares in constant time; a number that is not there costs the same as a wrong registration ID. */
function matches(app: App, site: Site, entry: Entry, record: ActivationKeyFact | null): boolean {
  const typed = hashRegistrationId(app, site.id, entry.number, entry.registrationId);
  const same = timingSafeEqual(typed, record?.registrationIdHash ?? Buffer.alloc(typed.length));
  return same && record !== null;
}

/** Stores the new bindings and the organization's history of all; returns the IDs in order of entry. */
async function bind(
  tx: Tx,
  scope: Scope,
  category: Category,
  deviceId: string,
  rows: readonly Judged[],
): Promise<{ bindings: string[]; bound: Bound[] }> {
  const identifierId = await lockIdentifier(tx, scope.siteId, category.idFormat, deviceId);
  const bindings = rows.map((row) => row.binding?.id ?? newId());
  const fresh: NewBinding[] = [];
  const bound: Bound[] = [];
  for (const [index, { record, issue: decided }] of rows.entries()) {
    if (decided.state !== 'new') continue;
    const { feature, slot, version: keyVersion } = decided;
    const { number, productNumber, purpose } = record;
    const id = bindings[index] ?? newId();
    const product = String(category.product);
    const issuedAt = scope.now;
    fresh.push({ id, activationKey: number, identifierId, product, feature, slot, keyVersion, issuedAt });
    bound.push({
      id,
      number,
      idHash: record.registrationIdHash.toString('hex'),
      productNumber,
      purpose,
      category: record.category,
      keyFeature: record.feature,
      idKind: category.idFormat,
      deviceId,
      product,
      feature,
      slot,
      keyVersion,
      issuedAt: issuedAt.toISOString(),
      movedFrom: null,
    });
  }
  await insertBindings(tx, scope.siteId, fresh);
  await recordIssues(tx, scope, bindings);
  return { bindings, bound };
}
