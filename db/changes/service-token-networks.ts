import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { hidden, Refused, refuseState } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { operatorOnly } from './lock-member.ts';

export interface ServiceTokenNetworks {
  readonly tokenId: string;
  readonly version: number;
  /** In one spelling; null for anywhere. */
  readonly networks: readonly string[] | null;
}

/**
 * From where a token works, from the next request on (decided.md, Places). Refuses `not-found`, also for a revoked one,
 * `right.missing`, and `service-token.version-stale` for another version than the one that was seen. Set so already, nothing
 * changes.
 */
export const setServiceTokenNetworks =
  (knex: Knex) =>
  ({ tokenId, version, networks }: ServiceTokenNetworks, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const token = await trx('service_tokens')
        .where({ id: tokenId, revoked_at: null })
        .forUpdate()
        .first<TokenRow | undefined>('version', 'site_id', 'issuer_id', 'allowed_networks');
      if (token === undefined) throw new Refused(hidden);
      await operatorOnly(trx, actor, 'service-token.administer');
      const wanted = networks === null ? null : networks.join(',');
      if (token.allowed_networks === wanted) return;
      if (token.version !== version)
        throw new Refused(refuseState('service-token.version-stale', { version: token.version }));
      await trx('service_tokens')
        .where({ id: tokenId })
        .update({ allowed_networks: wanted, version: version + 1 });
      await appendEvent(trx, {
        kind: 'service-token.networks-changed',
        subjectType: 'service-token',
        subjectId: tokenId,
        companyId: null,
        actor,
        at,
        body: {
          ...(token.site_id === null ? { issuerId: token.issuer_id } : { siteId: token.site_id }),
          networks,
        },
      });
    });

interface TokenRow {
  readonly version: number;
  readonly site_id: string | null;
  readonly issuer_id: string | null;
  readonly allowed_networks: string | null;
}
