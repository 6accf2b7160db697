import { useTranslations } from 'use-intl';
import { registrationFields, type RegistrationField } from '../../../domain/devices/fields.ts';
import type { Params } from '../../../domain/verdict.ts';
import { ApiProblem } from '../../api/problem.ts';

const tops = ['serial', 'claimCode', 'registeredTo'] as const;
export type FaultField = RegistrationField | (typeof tops)[number];
export type RefusedField = { field: FaultField; code: string; text: string; params: Params };

/** What the server refused, at the fields it is about; empty when it is about none. */
export function faultsOf(problem: unknown): RefusedField[] {
  if (!(problem instanceof ApiProblem)) return [];
  return problem.faults.flatMap(({ pointer, code, text, params = {} }): RefusedField[] => {
    const field =
      tops.find((one) => pointer === `/${one}`) ?? registrationFields.find((one) => pointer === `/values/${one}`);
    return field ? [{ field, code, text, params }] : [];
  });
}

export function useFaultLabel(): (field: FaultField) => string {
  const t = useTranslations('devices.fields');
  return (field) => t(field);
}
