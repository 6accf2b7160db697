import { z } from 'zod';
import { loginIdCharacters, type LoginIdPolicy } from '../../domain/accounts/policy.ts';
import { signUpFieldNames, type SignUpField } from '../../domain/accounts/sign-up.ts';

export const formField = z.strictObject({
  field: z.enum(signUpFieldNames),
  required: z.boolean(),
  refuse: z.array(z.string()).optional(),
});

/** The rule for a login ID that is typed; null where it is the mail address. */
export const loginIdRule = z
  .strictObject({ min: z.int(), max: z.int(), characters: z.enum(loginIdCharacters) })
  .nullable();

export function presentFields(fields: readonly SignUpField[]): z.infer<typeof formField>[] {
  return fields.map(({ field, required, refuse }) => ({ field, required, ...(refuse && { refuse }) }));
}

export function presentRule(policy: LoginIdPolicy): z.infer<typeof loginIdRule> {
  if (policy.kind === 'mail') return null;
  const { min, max, characters } = policy;
  return { min, max, characters };
}
