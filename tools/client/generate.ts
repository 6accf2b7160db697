import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const [documentFile, typesFile] = process.argv.slice(2);
if (!documentFile || !typesFile) throw new Error('Usage: generate.ts OPENAPI.json TYPES.d.ts');

const document = await readFile(documentFile, 'utf8');
// By this hash `./engawa check` sees whether the types are current, without this generator and its packages.
const hash = createHash('sha256').update(document).digest('hex');
const head = `// Generated from the OpenAPI document by ./engawa openapi.\n// sha256 of the document: ${hash}\n\n`;
await writeFile(typesFile, head + astToString(await openapiTS(JSON.parse(document), { alphabetize: true })));
