import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { introspect } from './introspect.ts';
import { printSql, printTypes } from './print.ts';

export const generatedSchemaFiles = {
  sql: new URL('../../server/schema.generated.sql', import.meta.url),
  types: new URL('../../server/kernel/tables.generated.ts', import.meta.url),
};

/** What the two generated files should hold for a migrated database. */
export async function generateSchema(ownerUrl: string): Promise<{ sql: string; types: string }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const schema = await introspect(client);
    return { sql: printSql(schema), types: printTypes(schema) };
  } finally {
    await client.end();
  }
}

export async function writeSchema(ownerUrl: string): Promise<void> {
  const { sql, types } = await generateSchema(ownerUrl);
  await writeFile(generatedSchemaFiles.sql, sql);
  await writeFile(generatedSchemaFiles.types, types);
}
