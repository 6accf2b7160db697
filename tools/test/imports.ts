import { until } from '../../proof/kit/child-server.ts';
import type { Answer, Person } from './person.ts';

const withinMs = 30_000;

/** Somebody of an organization, who hands files over. */
export type Uploader = Pick<Person, 'call'> & { path: string };

/** An import as the API shows it, as far as tests look at it. */
export type ShownImport = {
  id: string;
  hash: string;
  state: string;
  encoding: string;
  rowCount: number;
  faultCount: number;
  storedCount: number;
  shownCount: number;
  counts: Record<string, number>;
  fault: string | null;
  repeated: boolean;
  columns: string[];
  unknownColumns: string[];
  rows: {
    line: number;
    cells: Record<string, string>;
    faults: Record<string, { code: string; params?: Record<string, string | number> }>;
  }[];
};

export type UploadAnswer = Answer & { shown: ShownImport };

export function shownIn(answer: Answer): ShownImport {
  return answer.body as unknown as ShownImport;
}

export async function uploadFile(
  member: Uploader,
  kind: string,
  content: string | Uint8Array<ArrayBuffer>,
  name = 'keys.csv',
  chosen?: Record<string, string>,
): Promise<UploadAnswer> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new File([content], name));
  if (chosen) form.set('defaults', JSON.stringify(chosen));
  const answer = await member.call('POST', `${member.path}/imports`, form);
  return { ...answer, shown: shownIn(answer) };
}

export function confirmFile(member: Uploader, shown: Pick<ShownImport, 'id' | 'hash'>): Promise<Answer> {
  return member.call('POST', `${member.path}/imports/${shown.id}/confirm`, { hash: shown.hash });
}

export async function readFile(member: Uploader, id: string, query = ''): Promise<ShownImport> {
  const answer = await member.call('GET', `${member.path}/imports/${id}${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return shownIn(answer);
}

/** Waits until the job of a confirmed import is over. */
export async function untilOver(member: Uploader, id: string): Promise<ShownImport> {
  let shown = await readFile(member, id);
  const isOver = async () => {
    shown = await readFile(member, id);
    return !['waiting', 'running'].includes(shown.state);
  };
  await until(`import ${id} is over`, isOver, withinMs);
  return shown;
}

/** Confirms an upload and waits for its end. */
export async function carryOut(member: Uploader, shown: Pick<ShownImport, 'id' | 'hash'>): Promise<ShownImport> {
  const confirmed = await confirmFile(member, shown);
  if (confirmed.status !== 200) throw new Error(confirmed.text);
  return untilOver(member, shown.id);
}
