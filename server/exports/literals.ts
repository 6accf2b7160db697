import type { CompiledQuery } from 'kysely';
import pg from 'pg';

/** COPY takes no parameters: the query with each of them written into it, escaped as PostgreSQL's own client library does. */
export function withLiterals({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): string {
  return sql.replaceAll(/\$(\d+)/g, (_, number: string) => literal(parameters[Number(number) - 1]));
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (typeof value === 'number' || typeof value === 'boolean') return pg.escapeLiteral(String(value));
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (isTexts(value)) return pg.escapeLiteral(`{${value.map(quoted).join(',')}}`);
  throw new TypeError(`a query for COPY cannot hold a parameter of the type ${typeof value}`);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** A text inside an array as PostgreSQL writes it. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
