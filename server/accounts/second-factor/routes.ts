import { logInRoutes } from './log-in-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { ownRoutes } from './own-routes.ts';

export const secondFactorRoutes = [...logInRoutes, ...ownRoutes, ...operatorRoutes];
