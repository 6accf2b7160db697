/** How every API key begins, so that people and scanners of leaked secrets know one when they see it. */
export const apiKeyPrefix = 'engawa_';

const bearer = new RegExp(`^Bearer (${apiKeyPrefix}[\\w-]{20,100})$`, 'i');

/** The API key of a request, if it has one; devices say who they are by the same header in their own way. */
export function readApiKey(request: Request): string | undefined {
  return bearer.exec(request.headers.get('authorization') ?? '')?.[1];
}
