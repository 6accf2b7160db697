import { createHash } from 'node:crypto';
import { canonicalJson } from '../events.ts';
import { platformProblem, type Problem } from './problem.ts';

const charactersMax = 100;

/** The version of something that is edited: another one as soon as any of its values is another (RFC 9110, strong ETag). */
export function versionOf(values: unknown): string {
  return createHash('sha256').update(canonicalJson(values)).digest('base64url').slice(0, 22);
}

/** The header that carries a version. */
export function etag(version: string): { etag: string } {
  return { etag: `"${version}"` };
}

/** The version a change is meant for. Without one nobody can say what it would overwrite. */
export function readVersion(request: Request): string | Problem {
  const header = request.headers.get('if-match') ?? '';
  const version = header.length <= charactersMax ? /^"([^"]+)"$/.exec(header)?.[1] : undefined;
  return version ?? platformProblem('version-missing');
}
