import { newCompany, type Member } from '../../tools/test/accounts.ts';
import type { Visit } from './walk.ts';

/** A company of the conference portal whose owner reads the pages in the walk's language. */
export async function companyOf({ scene, look }: Visit): Promise<Member> {
  const company = await newCompany(scene);
  await company.call('PATCH', '/session', { language: look.language });
  return company;
}
