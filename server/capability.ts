import type { Importer } from './imports/importer.ts';
import type { Route } from './kernel/http/route.ts';
import type { Reader } from './kernel/readers.ts';
import type { MailPlan } from './mail/plan.ts';

/** What a capability adds to the server. `optional` ones are switched on by a site's data; the others always are. */
export type Capability = {
  name: string;
  optional: boolean;
  routes: readonly Route[];
  mails?: readonly MailPlan[];
  importers?: readonly Importer[];
  readers?: readonly Reader[];
};
