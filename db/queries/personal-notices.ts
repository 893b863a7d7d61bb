import type { Knex } from 'knex';
import type { Zone } from '../../domain/calendar.ts';
import type { PersonalNotice } from '../../domain/personal-notice.ts';
import { fromDb } from '../instants.ts';
import type { PersonNotice } from './person-notices.ts';

interface NoticeRow {
  readonly id: string;
  readonly brand_key: string;
  readonly zone: Zone;
  readonly kind: string;
  readonly owed_at: Date;
  readonly closed_at: Date | null;
}

/** The notice as its life needs it; nothing personal. */
export async function personalNoticeToStart(knex: Knex, id: string): Promise<PersonalNotice | null> {
  const row = await knex('personal_notices as n')
    .join('brands as b', 'b.id', 'n.brand_id')
    .where('n.id', id)
    .first<NoticeRow | undefined>('n.id', 'b.brand_key', 'b.zone', 'n.kind', 'n.owed_at', 'n.closed_at');
  return (
    (row && {
      id: row.id,
      brand: row.brand_key,
      zone: row.zone,
      kind: row.kind,
      owedAt: fromDb(row.owed_at),
      isTold: row.closed_at !== null,
    }) ??
    null
  );
}

/** To whom it goes and what it speaks of: the person's names, when it was, and what the change said. */
export async function readPersonalNotice(knex: Knex, id: string): Promise<PersonNotice | null> {
  const row = await knex('personal_notices as n')
    .join('users as u', 'u.id', 'n.user_id')
    .join('brands as b', 'b.id', 'n.brand_id')
    .where('n.id', id)
    .first<
      | {
          readonly to: string | null;
          readonly email: string;
          readonly language: string;
          readonly name: string;
          readonly username: string;
          readonly facts: string;
          readonly owed_at: Date;
          readonly zone: Zone;
        }
      | undefined
    >('n.email as to', 'u.email', 'u.language', 'u.name', 'u.username', 'n.facts', 'n.owed_at', 'b.zone');
  if (row === undefined) return null;
  const said = JSON.parse(row.facts) as Record<string, string | number | null>;
  return {
    recipients: [{ email: row.to ?? row.email, language: row.language }],
    facts: {
      name: row.name,
      username: row.username,
      happenedAt: fromDb(row.owed_at),
      ...said,
      zone: row.zone,
    },
    link: null,
    isAtMostOnce: false,
  };
}
