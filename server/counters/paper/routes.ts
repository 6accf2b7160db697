import { z } from 'zod';
import { paperSizes } from '../../../domain/counters/places.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath } from '../../kernel/http/schemas.ts';
import { etag } from '../../kernel/http/version.ts';
import { choosePaper, paperChoice } from './choice.ts';

const path = '/api/{site}/organizations/{organization}/counters/paper-sizes';
// Whoever reads counters says what of them; nobody else sees it.
const access = 'counters:read';

const sizes = z.array(z.enum(paperSizes)).max(paperSizes.length);
const response = z.strictObject({
  sizes: sizes.describe('What the caller wants to see'),
  counted: sizes.describe('What there is to choose from'),
});

const show = route({
  operationId: 'getPaperSizes',
  method: 'get',
  path,
  summary: 'Which sizes of paper the caller wants to see in lists, files and graphs',
  access,
  params: organizationPath,
  status: 200,
  response,
  problems: [],
  handle: async ({ app, site, scope }) => {
    const { body, version } = await paperChoice(app.db, site, scope);
    return { status: 200, body, headers: etag(version) };
  },
});

const choose = route({
  operationId: 'choosePaperSizes',
  method: 'put',
  path,
  summary: 'Chooses which sizes of paper the caller wants to see; one at least',
  access,
  params: organizationPath,
  body: z.strictObject({ sizes }),
  versioned: true,
  status: 200,
  response,
  problems: ['platform/invalid-fields', 'platform/changed-meanwhile'],
  handle: async ({ site, scope, body, seenVersion, change }) =>
    change((tx) => choosePaper(tx, site, scope, seenVersion, body.sizes)),
});

export const paperRoutes = [show, choose];
