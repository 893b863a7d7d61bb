import type { Router } from '../../domain/router.ts';

/** An entry as everybody sees it who may look into the directory. */
export function presentRouter(router: Router) {
  const { id, number, name, street, postalCode, city, country, type, companyId, isConfirmed, version } =
    router;
  const hasAccount = companyId !== null;
  return { id, number, name, street, postalCode, city, country, type, hasAccount, isConfirmed, version };
}
