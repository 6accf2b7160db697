import { z } from 'zod';
import { parsePostalCode } from '../../../domain/identifiers/postal-code.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { sitePath } from '../../kernel/http/schemas.ts';
import { lookUpPostalCode } from './look-up.ts';

const perMinute = 60;
const typedMax = 40;

const lookUp = route({
  operationId: 'lookUpPostalCode',
  method: 'get',
  path: '/api/{site}/postal-codes/{postalCode}',
  summary:
    'The places of a Japanese postal code, in whatever width and with or without hyphen; several to choose from, or none',
  access: 'public',
  params: sitePath.extend({ postalCode: z.string().max(typedMax) }),
  status: 200,
  response: z.strictObject({
    places: z.array(
      z.strictObject({
        prefecture: z.string(),
        city: z.string(),
        /** Empty where the code belongs to more than one and the person has to type it. */
        town: z.string(),
        /** House number and building, where the code is one house's own. */
        street: z.string(),
      }),
    ),
  }),
  problems: ['platform/not-found', 'platform/too-many-requests'],
  perMinute,
  handle: async ({ params }) => {
    const code = parsePostalCode(params.postalCode, 'JP');
    if (!code.ok) return platformProblem('not-found');
    return { status: 200, body: { places: await lookUpPostalCode(code.value) } };
  },
});

export const postalCodeRoutes = [lookUp];
