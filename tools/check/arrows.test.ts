import { expect, test } from 'vitest';
import { importsOf, whyNot } from './arrows.ts';

const allowed: [from: string, target: string][] = [
  ['web/accounts/login.tsx', 'domain/accounts/password.ts'],
  ['edge/unit/verifier.ts', 'domain/registration-keys/scheme.ts'],
  ['edge/unit/simulate.ts', 'node:http'],
  ['domain/registration-keys/scheme.ts', 'node:crypto'],
  ['server/main.ts', 'server/accounts/routes.ts'],
  ['server/kernel/http/route.ts', 'server/kernel/log.ts'],
  ['server/kernel/embedded-postgres.ts', 'server/settings.ts'],
  ['server/imports/confirm.ts', 'server/registration-keys/store-keys.ts'],
  ['server/accounts/routes.ts', 'server/accounts/store.ts'],
  ['server/accounts/routes.test.ts', 'tools/test/server.ts'],
  ['e2e/conference.test.ts', 'server/main.ts'],
  ['web/main.tsx', 'react'],
];

test.each(allowed)('%s may import %s', (from, target) => {
  expect(whyNot(from, target)).toBeNull();
});

const forbidden: [from: string, target: string][] = [
  ['domain/site/site.ts', 'server/config.ts'],
  ['domain/site/site.ts', 'node:fs'],
  ['edge/unit/verifier.ts', 'server/registration-keys/issue.ts'],
  ['edge/unit/verifier.ts', 'web/ui/button.tsx'],
  ['web/api/client.ts', 'server/openapi.ts'],
  ['web/api/client.ts', 'node:crypto'],
  ['server/main.ts', 'web/main.tsx'],
  ['server/main.ts', 'cli/main.ts'],
  ['server/kernel/http.ts', 'server/accounts/sessions.ts'],
  ['server/imports/confirm.ts', 'server/registration-keys/store.ts'],
  ['server/imports/confirm.ts', 'server/registration-keys/routes.ts'],
];

test.each(forbidden)('%s may not import %s', (from, target) => {
  expect(whyNot(from, target)).toBeTypeOf('string');
});

test('every way to import is seen, and none in a comment', () => {
  const text = [
    "import { a } from './a.ts';",
    "import type { B } from '../b/b.ts'; // from './comment.ts'",
    "export { c } from './c.ts';",
    "import './d.css';",
    "const e = await import('../../domain/e.ts');",
    "/* import './old.ts' */",
  ].join('\n');
  expect(importsOf({ path: 'web/shell/main.ts', text })).toEqual([
    'web/shell/a.ts',
    'web/b/b.ts',
    'web/shell/c.ts',
    'web/shell/d.css',
    'domain/e.ts',
  ]);
});
