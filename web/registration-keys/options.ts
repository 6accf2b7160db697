import type { DeviceIdFormat } from '../../domain/identifiers/device-id.ts';
import type { Category, RegistrationKeyOptions } from '../api/types.ts';
import { useSite, useSiteWords } from '../context/site.ts';
import type { BoxShape } from '../ui/hex-boxes/fill.ts';

/** The site's data for this capability; its pages are only reached where it is on. */
export function useOptions(): RegistrationKeyOptions {
  const options = useSite().capabilities['registration-keys'];
  if (!options) throw new Error('registration-keys is not switched on');
  return options;
}

export function useCategory(id: string): Category | undefined {
  return useOptions().categories.find((one) => one.id === id);
}

/** The name of a category; one that the site no longer has is shown by its ID. */
export function useCategoryName(): (id: string) => string {
  const { categories } = useOptions();
  const words = useSiteWords();
  return (id) => {
    const category = categories.find((one) => one.id === id);
    return category ? words(category.name) : id;
  };
}

export const shapes: Record<DeviceIdFormat, BoxShape> = {
  hex16: { count: 4, digits: 4 },
  mac: { count: 6, digits: 2 },
};
export const keyShape: BoxShape = { count: 4, digits: 4 };
