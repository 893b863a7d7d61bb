import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { dayOf, endOfDay } from '../../domain/calendar.ts';

/**
 * Notes that a person was let through by an application of a company: the last day, in the zone of the brand. Returns until
 * when nothing more has to be noted; null for who is no member. Two statements that nothing else depends on: no event.
 */
export const noteUse =
  (knex: Knex) =>
  async (
    use: { readonly userId: string; readonly companyId: string; readonly application: string },
    at: Instant,
  ): Promise<Instant | null> => {
    const member = await knex('memberships as m')
      .join('companies as c', 'c.id', 'm.company_id')
      .join('brands as b', 'b.id', 'c.brand_id')
      .where({ 'm.user_id': use.userId, 'm.company_id': use.companyId })
      .first<{ id: string; zone: string } | undefined>('m.id', 'b.zone');
    if (member === undefined) return null;
    const today = dayOf(at, member.zone);
    await knex.raw(
      `INSERT INTO application_uses (membership_id, application, last_used_on) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE last_used_on = GREATEST(last_used_on, VALUES(last_used_on))`,
      [member.id, use.application, today],
    );
    return endOfDay(today, member.zone);
  };
