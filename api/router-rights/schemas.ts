/** What a client gives a router, as it is shown and set. */
import { z } from 'zod';
import { routerStates } from '../../domain/router.ts';
import { idParameter } from '../parameters.ts';
import { rightsParams, rightsSaved } from '../rights/schemas.ts';
import { routerShown } from '../routers/schemas.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

export const routerRightsParams = rightsParams
  .omit({ userId: true })
  .extend({ routerId: idParameter('The router.') });

export const routerRightsSaved = rightsSaved
  .extend({
    peopleAffected: z.int().meta({
      description: 'How many people of the router lost something by it, at once. Who they are is not told.',
      example: 0,
    }),
  })
  .meta({ id: 'RouterRightsSaved', description: 'What saving changed.' });

const named = z.strictObject({
  key: z.string().meta({ description: 'Of the application.', example: 'e-masspost' }),
  name: z.string().meta({ description: 'Its name in your language.', example: 'e-Masspost' }),
});

const clientRouter = z
  .strictObject({
    router: routerShown,
    accountId: idShown('On which of your accounts.'),
    accountNumber: z.string().meta({ description: 'Its number.', example: '10000042' }),
    applications: z.array(named).meta({ description: 'In which applications it holds rights.' }),
    state: z.enum(routerStates).meta({
      description:
        '`waiting-for-account`: it has not registered yet. `granted-unusable`: nobody can work with it until one of its ' +
        'administrators hands it on. `working`: somebody can.',
      example: 'granted-unusable',
    }),
    hasAdministrator: z
      .boolean()
      .meta({ description: 'Whether anybody is there to hand it on.', example: true }),
    people: z.int().meta({ description: 'How many people of the router hold anything there.', example: 0 }),
    waitsSince: instantShown('Since when it waits, or waited, to be handed on.'),
    endsAt: instantOrNull('When it ends if nobody hands it on; null while somebody works with it.'),
    workingSince: instantOrNull('Since when somebody works with it.'),
  })
  .meta({
    id: 'ClientRouter',
    description: 'What a router holds on one of your accounts, and how it stands.',
  });

export const clientRouters = z
  .strictObject({ items: z.array(clientRouter).meta({ description: 'By name, number and account.' }) })
  .meta({ id: 'ClientRouters', description: 'The routers that hold rights on your accounts.' });
