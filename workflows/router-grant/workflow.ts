/** What a client gave a router: waits until it is handed on, with reminders; ends when nobody picks it up (WF-06, RT-04). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { RouterActivities } from '../../activities/routers.ts';
import type { RouterGrantAct } from '../../domain/router-grant.ts';
import { planForRouterGrant, routerGrantStage } from '../../domain/router-grant.ts';
import { routerGrantActName, routerGrantStanding } from '../../texts/router-lives.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { RouterGrantState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<RouterActivities>(localOptions);

export async function routerGrant(start: RouterGrantState): Promise<string> {
  const life = new PeopleLife<RouterGrantState, RouterGrantAct>(start, {
    life: 'router-grant',
    plan: planForRouterGrant,
    nameOf: ({ kind }) => routerGrantActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: routerGrantStage,
    details: routerGrantStanding,
    carryOut: (id, kind, at) => local.carryOutRouterGrant(id, kind, at),
  });
  life.heed(messages.factsChanged, (at) => local.followRouterGrant(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof routerGrant>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
