/** Everything that can be asked about a device when it is registered, and edited later (U-03, U-06). */
export const registrationFields = [
  'purchasedOn',
  'installation',
  'timeZone',
  'postalCode',
  'prefecture',
  'city',
  'street',
  'building',
  'company',
  'name',
  'kana',
  'department',
  'remarks',
  'mac',
  'host',
  'webPage',
] as const;
export type RegistrationField = (typeof registrationFields)[number];

/** What a device is called in its network (C-03). */
export const networkFields: readonly RegistrationField[] = ['mac', 'host', 'webPage'];

/** What stands in each field; an empty text is nothing. */
export type RegistrationValues = Record<RegistrationField, string>;

export const noValues: RegistrationValues = {
  purchasedOn: '',
  installation: '',
  timeZone: '',
  postalCode: '',
  prefecture: '',
  city: '',
  street: '',
  building: '',
  company: '',
  name: '',
  kana: '',
  department: '',
  remarks: '',
  mac: '',
  host: '',
  webPage: '',
};

/** What is said at the registration and stays: the days of what a device measured are cut in its zone (P-34). */
export const fixedFields: readonly RegistrationField[] = ['timeZone'];

export function isChangeable(field: RegistrationField): boolean {
  return !fixedFields.includes(field);
}
