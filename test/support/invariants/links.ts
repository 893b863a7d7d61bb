/** I14: what works once was used once: each used link let one change through, and each such change used its link. */
import type { Product } from '../product.ts';

/** The event of whoever got through by a link of that purpose; its subject is the link's life, of a place its person. */
const uses: Readonly<Record<string, string>> = {
  reset: 'credential-recovery.completed',
  invitation: 'invitation.accepted',
  email: 'email-change.confirmed',
  place: 'place.authorised',
  registration: 'registration.email-confirmed',
  recovery: 'administrator-recovery.objected',
  'sign-up': 'sign-up.completed',
  'account-invitation': 'account-invitation.accepted',
  sharing: 'sharing.accepted',
};

interface LinkRow {
  readonly id: string;
  readonly purpose: string;
  readonly life_id: string;
  readonly user_id: string | null;
  readonly used_at: Date | null;
  readonly killed_at: Date | null;
}

export async function checkLinks({ knex }: Product): Promise<string[]> {
  const links: LinkRow[] = await knex('one_time_links').select(
    'id',
    'purpose',
    'life_id',
    'user_id',
    'used_at',
    'killed_at',
  );
  const events: { kind: string; subject_id: string }[] = await knex('events')
    .whereIn('kind', Object.values(uses))
    .select('kind', 'subject_id');
  const wrong: string[] = [];
  for (const [purpose, kind] of Object.entries(uses)) {
    const mine = links.filter((link) => link.purpose === purpose);
    const subjectOf = (link: LinkRow) => (purpose === 'place' ? link.user_id : link.life_id);
    for (const subject of new Set(mine.map(subjectOf))) {
      const used = mine.filter((link) => subjectOf(link) === subject && link.used_at !== null).length;
      const through = events.filter((event) => event.kind === kind && event.subject_id === subject).length;
      if (used !== through)
        wrong.push(`I14: ${purpose} of ${subject}: ${used} links used, ${through} times got through`);
      // One address is confirmed after another, one place after another; everything else happens once in a life.
      if (used > 1 && !['registration', 'place'].includes(purpose))
        wrong.push(`I14: ${kind} happened ${used} times in ${subject}`);
    }
  }
  for (const { id, used_at, killed_at } of links)
    if (used_at !== null && killed_at !== null && killed_at < used_at)
      wrong.push(`I14: link ${id} was used after it was dead`);
  return wrong;
}
