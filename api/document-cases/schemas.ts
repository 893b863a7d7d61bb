/** Documents that are not simply there, as staff work on them (WF-33). */
import { z } from 'zod';
import { caseStages, rejectReasons } from '../../domain/document-case.ts';
import { documentKinds } from '../../domain/issued-document.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { dayShown, idShown, instantOrNull, instantShown } from '../shapes.ts';

export const caseParams = z.strictObject({ id: idParameter('The case.') });
export const casesQuery = z.strictObject(pageQuery);

const reason = z.enum(rejectReasons).meta({
  description:
    '`unknown-client`: the issuer has no such customer. `other-issuer`: it is another one’s. `not-readable`: nobody can tell.',
  example: 'unknown-client',
});

export const documentCase = z
  .strictObject({
    id: idShown('The case.'),
    stage: z.enum(caseStages).meta({
      description: '`quarantined`: waits for staff. `embargoed`: waits for its day. The others are over.',
      example: 'quarantined',
    }),
    openedAt: instantShown('When the document came.'),
    visibleFromAt: instantOrNull('Until then nobody sees it, whosever it is.'),
    closedAt: instantOrNull('When it was over.'),
    rejected: reason.nullable().meta({ description: 'Why it was rejected.', example: null }),
    issuerName: z.string().meta({ description: 'Who sent it.', example: 'Wagenpark Lease' }),
    document: z
      .strictObject({
        id: idShown('The document.'),
        number: z.string().meta({ description: 'Its number.', example: '2027-000123' }),
        kind: z.enum(documentKinds).meta({ description: 'What it is.', example: 'invoice' }),
        clientCode: z.string().meta({ description: 'The client code it names.', example: 'DL299999' }),
        issuedOn: dayShown('The day it bears.'),
      })
      .meta({ description: 'What is on file of it; the document itself staff do not open.' }),
  })
  .meta({ id: 'DocumentCase', description: 'A document in quarantine, under embargo or taken back.' });

export const casesPage = pageOf(documentCase).meta({ id: 'DocumentCases', description: 'A page of cases.' });

export const assignmentBody = z
  .strictObject({ clientCodeId: idParameter('A client code of the same issuer.') })
  .meta({ id: 'DocumentAssignment', description: 'Whose the document is.' });

export const rejectionBody = z
  .strictObject({ reason })
  .meta({ id: 'DocumentRejection', description: 'Why nobody gets the document.' });
