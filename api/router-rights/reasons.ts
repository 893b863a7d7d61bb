import { wishReasons } from '../rights/reasons.ts';

/** Why nothing can be given to a router. */
export const routerGrantReasons = {
  403: ['router.no-further-router'],
  409: ['router.own-company', 'router.closed'],
} as const;

/** Why rights of a router cannot be saved as asked for. */
export const routerWishReasons = {
  403: [...routerGrantReasons[403], 'rights.beyond-grantor'],
  409: [...routerGrantReasons[409], 'rights.version-stale'],
  422: wishReasons[422].filter((reason) => reason !== 'rights.for-routers-only'),
} as const;
