import { findCategory, type Category } from '../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';

/** A category by its ID or by its name in either language, as files name it. */
export function findCategoryNamed(site: Site, text: string): Category | null {
  const options = registrationKeyOptions(site);
  const byName = options.categories.find(({ name }) => Object.values(name).includes(text));
  return findCategory(options, text) ?? byName ?? null;
}
