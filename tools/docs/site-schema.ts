import { capabilitySchemas } from '../../domain/site/capabilities.ts';
import { siteJsonSchema } from '../../domain/site/site.ts';

/** As much of JSON Schema as zod writes for a site's data. */
export type JsonSchema = {
  type?: string;
  const?: string;
  enum?: unknown[];
  default?: unknown;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
};

export const siteSchemaFile = new URL('../../docs/site.schema.generated.json', import.meta.url);

/** What `site.yaml` may hold, with the options of every capability the server has. */
export function siteDataSchema(): JsonSchema {
  return { ...siteJsonSchema(capabilitySchemas), description: 'The data of a site, site.yaml' };
}

/** The JSON Schema for editors, as it should be committed. */
export function printSiteSchema(): string {
  return `${JSON.stringify(siteDataSchema(), null, 2)}\n`;
}
