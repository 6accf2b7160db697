import { useLocale, useTranslations } from 'use-intl';
import { isChangeable, type RegistrationField } from '../../domain/devices/fields.ts';
import type { DeviceOptions } from '../api/types.ts';
import { useSite, useSiteWords } from '../context/site.ts';
import { nounOf, type Noun } from './noun.ts';

/** The site's data for this capability; its pages are only reached where it is on. */
export function useOptions(): DeviceOptions {
  const options = useSite().capabilities.devices;
  if (!options) throw new Error('devices is not switched on');
  return options;
}

/** What people of the site call a device. */
export function useNoun(): Noun {
  return nounOf(useSite(), useLocale());
}

/** The name of a model; one that the site no longer has is shown by its ID. */
export function useModelName(): (id: string) => string {
  const { models } = useOptions();
  const words = useSiteWords();
  return (id) => {
    const model = models.find((one) => one.id === id);
    return model ? words(model.name) : id;
  };
}

export function useTypeName(): (id: string) => string {
  const { types } = useOptions();
  const words = useSiteWords();
  return (id) => {
    const type = types.find((one) => one.id === id);
    return type ? words(type.name) : id;
  };
}

/** What of it may be changed later. */
export function useChangeable(): DeviceOptions['fields'] {
  return useOptions().fields.filter(({ field }) => isChangeable(field));
}

/** What the site's people call a field, where that is another word than usual. */
export function useFieldName(): (field: string) => string | undefined {
  const { fields } = useOptions();
  const words = useSiteWords();
  return (field) => {
    const name = fields.find((one) => one.field === field)?.name;
    return name && words(name);
  };
}

/** The word for a field on pages and forms. */
export function useFieldLabel(): (field: RegistrationField | 'registeredTo' | 'serial' | 'claimCode') => string {
  const t = useTranslations('devices.fields');
  const called = useFieldName();
  return (field) => called(field) ?? t(field);
}

/** Whether the site asks this when a device is registered. */
export function useAsks(): (field: RegistrationField) => boolean {
  const { fields } = useOptions();
  return (field) => fields.some((one) => one.field === field);
}
