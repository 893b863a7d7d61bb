import { closePersonalNotice } from '../db/changes/personal-notices.ts';
import type { LifeName } from '../domain/life-rows.ts';
import type { TellPersonDeps } from './tell-person.ts';
import { tellPerson } from './tell-person.ts';

export type PeopleActivityDeps = TellPersonDeps;

/** What every life of people may do; harmless when repeated. */
export function peopleActivities(deps: PeopleActivityDeps) {
  return {
    /** Sends one owed mail, by its class; marks it as told. */
    tellPerson: (life: LifeName, lifeId: string, key: string): Promise<void> =>
      tellPerson(deps, life, lifeId, key),
    /** The same for a notice that is a life of its own, which is over with it. */
    tellPersonally: async (noticeId: string, key: string): Promise<void> => {
      await tellPerson(deps, 'personal-notice', noticeId, key);
      await closePersonalNotice(deps.knex)(noticeId, deps.clock());
    },
  };
}

export type PeopleActivities = ReturnType<typeof peopleActivities>;
