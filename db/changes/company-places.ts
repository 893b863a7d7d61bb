import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { hidden, Refused, refuseRight, refuseState } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { authorOf } from './lock-member.ts';
import { authorisePlace } from './user-places.ts';

export interface CompanyPlacesChange {
  readonly companyId: string;
  readonly version: number;
  readonly switch: 'on' | 'off' | null;
  /** In one spelling. */
  readonly networks: readonly string[];
  /** Who changes it, and the place he does it from: he is not locked out by his own decision. */
  readonly by: { readonly userId: string; readonly network: string | null };
}

/**
 * From where the people of a company may log in (SE-04). Refuses `not-found`, `right.missing` for who administers it no more,
 * and `company.version-stale` for another version than the one that was seen. Set so already, nothing changes.
 */
export const changeCompanyPlaces =
  (knex: Knex) =>
  (asked: CompanyPlacesChange, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const company = await trx('companies')
        .where({ id: asked.companyId })
        .forUpdate()
        .first<CompanyRow | undefined>('version', 'places', 'authorised_networks');
      if (company === undefined) throw new Refused(hidden);
      const { standing } = await authorOf(trx, asked.companyId, actor);
      if (standing !== 'administrator')
        throw new Refused(refuseRight('right.missing', { action: 'company.administer' }));
      const wanted = { places: asked.switch, authorised_networks: asked.networks.join(',') || null };
      if (company.places === wanted.places && company.authorised_networks === wanted.authorised_networks)
        return;
      if (company.version !== asked.version)
        throw new Refused(refuseState('company.version-stale', { version: company.version }));
      await trx('companies')
        .where({ id: asked.companyId })
        .update({ ...wanted, version: company.version + 1 });
      if (asked.switch !== 'off' && asked.by.network !== null)
        await authorisePlace(trx, asked.by.userId, asked.by.network, at);
      await appendEvent(trx, {
        kind: 'company.places-changed',
        subjectType: 'company',
        subjectId: asked.companyId,
        companyId: asked.companyId,
        actor,
        at,
        body: { switch: asked.switch, networks: asked.networks.length },
      });
    });

interface CompanyRow {
  readonly version: number;
  readonly places: 'on' | 'off' | null;
  readonly authorised_networks: string | null;
}
