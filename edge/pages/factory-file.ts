import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/**
 * Reads the file that the factory wrote into a device.
 * @throws Error with the path inside the file and what was expected. What stood there is not told: it may be a secret.
 */
export async function readFactoryFile<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(parseJson(await readFile(path, 'utf8'), path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`);
  throw new Error(`${path} is no factory file: ${faults.join('; ')}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote a piece of the file.
    throw new Error(`${path} is no factory file: it is not JSON`);
  }
}
