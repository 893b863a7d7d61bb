import type { Knex } from 'knex';
import { Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { routerAt } from '../queries/routers.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { NewRouter } from './list-router.ts';
import { companyOfNumber, insertRouter } from './list-router.ts';
import { operatorOnly } from './lock-member.ts';
import { tellRouter } from './tell-router-lives.ts';

/**
 * An entry of the directory that no client asked for (RT-01): name and address are enough. With the enterprise number of a
 * company here it is that company's; a company that registers under it later has it from then on (`linkRouter`). Refuses
 * `router.brand-unknown`, `right.missing`, `router.listed-already`, `router.company-listed`. Returns its id.
 */
export const createRouter =
  (knex: Knex) =>
  (brandKey: string, entry: NewRouter, actor: Actor, request: ChangeRequest): Promise<{ id: string }> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const brand = await trx('brands')
        .where({ brand_key: brandKey })
        .forUpdate()
        .first<{ id: string } | undefined>('id');
      if (brand === undefined) throw new Refused(refuseValue('router.brand-unknown', { field: 'brand' }));
      await operatorOnly(trx, actor, 'router.vet');
      const known = await routerAt(trx, brand.id, entry);
      if (known !== null) throw new Refused(refuseState('router.listed-already', { number: known.number }));
      const companyId = await companyOfNumber(trx, brand.id, entry.enterpriseNumber);
      const id = await insertRouter(trx, brand.id, entry, companyId, at);
      await tellRouter(
        trx,
        { routerId: id, companyId: null, event: 'listed', facts: { companyId } },
        actor,
        at,
      );
      return { id };
    });
