/** What this page reads of an OpenAPI document. */
export type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  description?: string;
};
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
};
type Content = Record<string, { schema?: Schema }>;
type Described = {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
  'x-problems': string[];
};
export type ApiDocument = { paths: Record<string, Record<string, Described>> };

export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  tag: string;
  /** What an API key must be good for; null where no key is let in. */
  scope: string | null;
  parameters: Parameter[];
  body: Schema | null;
  status: string;
  answer: Schema | null;
  problems: string[];
};

/** All operations, in the document's order. */
export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => {
      const [status = '', response] = Object.entries(one.responses).find(([code]) => code !== 'default') ?? [];
      const schemaOf = (content: Content | undefined) => Object.values(content ?? {})[0]?.schema ?? null;
      return {
        id: one.operationId,
        method: method.toUpperCase(),
        path,
        summary: one.summary,
        tag: one.tags[0] ?? '',
        scope: one.security.flatMap((way) => way['key'] ?? [])[0] ?? null,
        parameters: one.parameters ?? [],
        body: schemaOf(one.requestBody?.content),
        status,
        answer: schemaOf(response?.content),
        problems: one['x-problems'],
      };
    }),
  );
}

/** Those of which a part of a name, a path or a description fits, grouped by capability. */
export function findOperations(
  all: readonly Operation[],
  { text, keysOnly }: { text: string; keysOnly: boolean },
): [tag: string, operations: Operation[]][] {
  const wanted = text.trim().toLowerCase();
  const fits = all.filter(
    ({ id, path, summary, scope }) =>
      (!keysOnly || scope !== null) && `${id} ${path} ${summary}`.toLowerCase().includes(wanted),
  );
  return [...Map.groupBy(fits, ({ tag }) => tag)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const indentBy = 2;

/** A schema as one would write an example down: names with their types, one a line. */
export function outline(schema: Schema, indent = 0): string {
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return ways.map((one) => outline(one, indent)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.properties) {
    const inner = ' '.repeat(indent + indentBy);
    const lines = Object.entries(schema.properties).map(([name, one]) => {
      const mark = schema.required?.includes(name) ? '' : '?';
      return `${inner}${name}${mark}: ${outline(one, indent + indentBy)}`;
    });
    return `{\n${lines.join('\n')}\n${' '.repeat(indent)}}`;
  }
  if (schema.items) return `[${outline(schema.items, indent)}]`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return schema.format ? `${type} (${schema.format})` : type;
}
