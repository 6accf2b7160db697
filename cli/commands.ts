import type { Command } from './command.ts';

/** Every command by name, in the order in which `help` lists them; loaded when called. */
export const commands: Record<string, () => Promise<{ command: Command }>> = {
  demo: () => import('./commands/demo.ts'),
  start: () => import('./commands/start.ts'),
  migrate: () => import('./commands/migrate.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  'operator create': () => import('./commands/operator-create.ts'),
  'site check': () => import('./commands/site-check.ts'),
  'audit verify': () => import('./commands/audit-verify.ts'),
  'licences check': () => import('./commands/licences-check.ts'),
  'licences secret': () => import('./commands/licences-secret.ts'),
  factory: () => import('./commands/factory.ts'),
  'simulate unit': () => import('./commands/simulate-unit.ts'),
  'simulate gateways': () => import('./commands/simulate-gateways.ts'),
  'simulate cameras': () => import('./commands/simulate-cameras.ts'),
  'simulate printers': () => import('./commands/simulate-printers.ts'),
  settings: () => import('./commands/settings.ts'),
  test: () => import('./commands/test.ts'),
  check: () => import('./commands/check.ts'),
  proof: () => import('./commands/proof.ts'),
  bench: () => import('./commands/bench.ts'),
  openapi: () => import('./commands/openapi.ts'),
  screenshots: () => import('./commands/screenshots.ts'),
  build: () => import('./commands/build.ts'),
};
