import { z } from 'zod';
import { scopeOf } from '../../../domain/api-keys/scopes.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'requestId'],
  properties: {
    type: { type: 'string', description: '/problems/<capability>/<code>' },
    title: { type: 'string', description: 'In the language of the request' },
    status: { type: 'integer' },
    requestId: { type: 'string' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'title'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the body' },
          code: { type: 'string', description: '<capability>/<code>' },
          title: { type: 'string' },
          params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of all routes; committed, and served as it is committed. */
export function openApiDocument(routes: readonly { capability: string; route: Route }[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const { capability, route } of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method] = operation(capability, route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Engawa', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: 'A refusal (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-{site}' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the organization' },
      },
    },
  };
}

/** What an API key must be good for; undefined where no key is let in. Some routes ask for it themselves. */
function scopeForKeys(route: Route): string | undefined {
  if (route.access === 'public') return undefined;
  if (route.access === 'session') return route.openToKeys && 'any';
  return scopeOf(route.access) ?? undefined;
}

function operation(capability: string, route: Route): Json {
  const scope = scopeForKeys(route);
  const parameters = [...parametersOf('path', route.params), ...parametersOf('query', route.query)];
  if (route.idempotent) {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
    });
  }
  if (route.versioned) {
    parameters.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description: 'The ETag of what was seen',
    });
  }
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [capability],
    'x-permission': route.access,
    ...(route.duringMaintenance && { 'x-during-maintenance': route.duringMaintenance }),
    ...(route.whileOwing && { 'x-while-owing': route.whileOwing }),
    security: route.access === 'public' ? [] : [{ session: [] }, ...(scope ? [{ key: [scope] }] : [])],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: requestBody(route) }),
    responses: {
      [route.status]: success(route),
      default: { $ref: '#/components/responses/Problem' },
    },
    'x-problems': route.problems,
  };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  if (!schema) return [];
  const json = toJson(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required?.includes(name) ?? false),
    schema:
      place === 'query' && Object.keys(property).every((key) => key === 'default')
        ? { type: 'integer', ...property }
        : property,
  }));
}

function requestBody(route: Route): Json {
  if (!route.body) return {};
  const type = route.upload ? 'multipart/form-data' : 'application/json';
  return { required: true, content: { [type]: { schema: toJson(route.body, 'input') } } };
}

function success(route: Route): Json {
  if (!route.response) return { description: 'Done' };
  return {
    description: 'Done',
    content: { [route.contentType ?? 'application/json']: { schema: toJson(route.response, 'output') } },
  };
}

function toJson(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // A file part of a form.
      if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
    },
  }) as Json;
  return json;
}
