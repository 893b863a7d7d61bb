/** What staff hand to a partner who runs an account outside, and no more than that (IP-11). */
import { z } from 'zod';
import { mainContactOf } from '../../db/queries/main-contact.ts';
import { partnerContactOf } from '../../domain/partner-contact.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { languages } from '../../texts/languages.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { idParameter } from '../parameters.ts';

const partnerContact = z
  .strictObject({
    email: z.string().meta({ description: 'Where he reads his mail.', example: 'an@example.com' }),
    language: z.enum(languages).meta({ description: 'In which he is written to.', example: 'nl' }),
    lastName: z.string().meta({
      description: 'His name; that of the log-in where nobody was asked for his own.',
      example: 'Peeters',
    }),
    firstName: z
      .string()
      .nullable()
      .meta({ description: 'His first name; null where nobody was asked for one.', example: 'An' }),
  })
  .meta({ id: 'PartnerContact', description: 'All that a partner is told of a main contact.' });

export const readPartnerContact = operation({
  id: 'readPartnerContact',
  method: 'get',
  path: '/v1/recipient-accounts/{id}/partner-contact',
  summary: 'What a partner is told of a main contact',
  description:
    'For a partner who runs the account outside: mail address, language, name and first name of the person on whom it hangs, and ' +
    'nothing else. An account that is closed has nobody to be told of.',
  tags: ['Account merges'],
  caller: ['operator'],
  right: 'partner-contact.read',
  params: z.strictObject({ id: idParameter('The account.') }),
  responses: { 200: { description: 'The main contact.', schema: partnerContact } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.allow('operations', {});
    const contact = await mainContactOf(knex, call.params.id);
    if (contact === null) throw new Refused(hidden);
    return partnerContactOf(contact);
  },
  answer: (contact) => ok(contact),
});
