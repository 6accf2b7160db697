import type { z } from 'zod';
import { daySpan } from '../../../domain/site/civil-time.ts';
import type { Site } from '../../kernel/app.ts';
import type { failedMailQuery } from './schemas.ts';
import type { FailedMailFilter } from './store.ts';

export function filterOf(site: Site, { text, state, from, until }: z.output<typeof failedMailQuery>): FailedMailFilter {
  return { text: text.trim(), state: state ?? null, ...daySpan(from, until, site.timeZone) };
}
