/** Who acts where no user, site, staff or issuer does: the house itself, or somebody known only by what he holds. */
import type { LifeName } from '../../domain/life-rows.ts';
import type { Actor } from './append-event.ts';

const system = (id: string): Actor => ({ type: 'system', id });

/** What a life does when nobody asks, it has done itself. */
export const lifeActor = (life: LifeName): Actor => system(life);

/** Holds the form key of a case (WF-01). */
export const applicant = system('applicant');
/** Typed the code of a letter (WF-31). */
export const codeHolder = system('code-holder');
/** Came by the link of a mail. */
export const linkHolder = system('link-holder');
/** Sent what anybody may send. */
export const publicForm = system('public-form');
