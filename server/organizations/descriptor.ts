import type { Capability } from '../capability.ts';
import { customerContribution } from './customer-columns.ts';
import { handOverRoutes } from './hand-over/routes.ts';
import { invitationExporter } from './invitations/export.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { organizationMails } from './mails.ts';
import { memberExporter } from './members/export.ts';
import { memberRoutes } from './members/routes.ts';
import { organizationExporter } from './tree/export.ts';
import { manageRoutes } from './tree/manage-routes.ts';
import { treeRoutes } from './tree/routes.ts';
import { organizationNeeds } from './needs.ts';

export const organizations: Capability = {
  name: 'organizations',
  optional: false,
  routes: [...memberRoutes, ...invitationRoutes, ...handOverRoutes, ...treeRoutes, ...manageRoutes],
  mails: organizationMails,
  needs: organizationNeeds,
  devices: customerContribution,
  exporters: [memberExporter, invitationExporter, organizationExporter],
};
