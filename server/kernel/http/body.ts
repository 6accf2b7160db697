import { platformProblem, type Problem } from './problem.ts';
import type { RouteShape } from './route.ts';

export const jsonBytesMax = 64 * 1024;
const depthMax = 20;

/** Reads the body a route wants: JSON, or one file with its fields. Never more bytes than allowed. */
export async function readBody(
  route: RouteShape,
  request: Request,
): Promise<{ value: unknown; bytes?: Uint8Array } | { problem: Problem }> {
  if (!route.body) return { value: undefined };
  const type = request.headers.get('content-type') ?? '';
  const wanted = route.upload ? 'multipart/form-data' : 'application/json';
  if (!type.toLowerCase().startsWith(wanted)) return { problem: platformProblem('media-type') };
  const bytes = await readAtMost(request, route.upload?.bytesMax ?? jsonBytesMax).catch(() => null);
  // Cut off on the way, or not in time: there is nobody left who would read the answer.
  if (bytes === null) return { problem: platformProblem('malformed') };
  if (!bytes) return { problem: platformProblem('body-too-large') };
  try {
    return route.upload ? { value: await parseForm(bytes, type) } : { value: parseJson(bytes), bytes };
  } catch {
    return { problem: platformProblem('malformed') };
  }
}

async function readAtMost(request: Request, bytesMax: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const told = request.headers.get('content-length');
  if (Number(told ?? 0) > bytesMax) return undefined;
  // No more comes over a socket than was told, and read whole it takes no stream.
  if (told !== null) {
    const whole = new Uint8Array(await request.arrayBuffer());
    return whole.byteLength > bytesMax ? undefined : whole;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > bytesMax) return undefined;
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function parseJson(bytes: Uint8Array): unknown {
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (depth(value) > depthMax) throw new Error('too deep');
  return value;
}

/** No text holds a NUL: no person types one, and the database takes none. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, item]) => key.includes('\0') || holdsNul(item));
}

function depth(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  let deepest = 0;
  for (const item of Object.values(value)) deepest = Math.max(deepest, depth(item));
  return deepest + 1;
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Record<string, unknown>> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (Object.hasOwn(fields, name)) throw new Error('a field twice');
    Object.defineProperty(fields, name, { value, enumerable: true });
  }
  return fields;
}
