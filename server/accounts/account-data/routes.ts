import { postalCodeRoutes } from '../postal-codes/route.ts';
import { mailChangeRoutes } from './mail-routes.ts';
import { managedAccountRoutes } from './managed-routes.ts';
import { ownAccountRoutes } from './own-routes.ts';
import { withdrawalRoutes } from './withdrawal-routes.ts';

export const accountDataRoutes = [
  ...ownAccountRoutes,
  ...mailChangeRoutes,
  ...withdrawalRoutes,
  ...managedAccountRoutes,
  ...postalCodeRoutes,
];
