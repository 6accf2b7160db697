import type { Plan, Statement } from '../kit/capture.ts';

/** What one request is about; nothing else of what it says reaches the database as it is. */
export type Subject = { deviceId: string; number: string; idempotencyKey: string };

/** The statements of one request, with what is another in each: what it is about, the IDs that it makes, the moments. */
export type Template = { statements: Plan; subject: Subject; madeIds: readonly string[]; at: Date };

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** IDs that only one of two requests of the same caller sends are those that it made. */
export function templateOf(statements: Plan, subject: Subject, at: Date, another: Plan): Template {
  const elsewhere = idsIn(another);
  return { statements, subject, madeIds: [...idsIn(statements)].filter((id) => !elsewhere.has(id)), at };
}

function idsIn(plan: Plan): Set<string> {
  return new Set(plan.flatMap(({ values }) => values.flatMap((value) => String(value).match(uuid) ?? [])));
}

/** The statements for another request of the same caller, in the same words. */
export function fill(template: Template, subject: Subject, now: Date, newId: () => string): Statement[] {
  const { deviceId, number, idempotencyKey } = template.subject;
  const others = new Map([
    [deviceId, subject.deviceId],
    [number, subject.number],
    [idempotencyKey, subject.idempotencyKey],
    ...template.madeIds.map((id): [string, string] => [id, newId()]),
  ]);
  const other = (value: unknown): unknown => {
    if (value instanceof Date) return new Date(value.getTime() + now.getTime() - template.at.getTime());
    if (typeof value !== 'string') return value;
    let text = value;
    for (const [before, after] of others) if (text.includes(before)) text = text.replaceAll(before, after);
    return text;
  };
  return template.statements.map((statement) => ({ ...statement, values: statement.values.map(other) }));
}
