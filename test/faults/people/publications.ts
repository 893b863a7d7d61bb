/** Publication runs and documents that wait (WF-33): commands, acts of time, and the mail about a recall. */
import { withdrawDocument } from '../../../db/changes/recall-document.ts';
import { publishingGround } from '../../../db/queries/publishing.ts';
import type { Instant } from '../../../domain/calendar.ts';
import type { CaseCommandName } from '../../../domain/document-case.ts';
import { begin } from '../../support/people-stories.ts';
import { anIssuer } from '../../support/publication-stories.ts';
import type { HeldMoment } from '../held.ts';
import type { Case, Stage } from './stage.ts';
import { ago, daysAgo } from './stage.ts';
import { requestAt } from '../../support/requests.ts';
import { staffMember } from '../../support/staff.ts';

const runDone = (subject: string, event: string) => ({
  event: { kind: `publication-run.${event}`, subject },
});
const caseDone = (subject: string, event: string) => ({ event: { kind: `document-case.${event}`, subject } });

function command(name: CaseCommandName, event: string): Case {
  return {
    activity: 'commandCase',
    does: name,
    set: async (stage) => {
      const issuer = await anIssuer(stage);
      const { caseId } = await issuer.publish(ago(1), { clientCode: 'NOBODY1' });
      const life = await begin(stage, 'document-case', caseId);
      stage.aim('document-case', caseId, 'commandCase');
      const inputs = {
        assign: { clientCodeId: await issuer.clientCodeId() },
        reject: { reason: 'unknown-client' },
        withdraw: null,
      };
      const actor = name === 'withdraw' ? issuer.actor : await staffMember(stage.knex);
      const go = () => life.command(name, 'caseId', {}, undefined, actor, { input: inputs[name] });
      return { ...caseDone(caseId, event), go };
    },
  };
}

/** The case of a document that was taken back at that instant. */
async function recalled(stage: Stage, at: Instant): Promise<string> {
  const { publish, issuerId, actor } = await anIssuer(stage);
  const { documentId } = await publish(daysAgo(3));
  const recall = { documentId, ground: await publishingGround(stage.knex, issuerId, at), actor, at };
  await withdrawDocument(stage.knex)(recall, requestAt(at));
  const row = await stage.knex('document_cases').where({ open_key: documentId }).first<{ id: string }>('id');
  return row.id;
}

function mail(moment: HeldMoment, times: number): Case {
  return {
    activity: 'tellPerson',
    does: `issued-document-withdrawn, ${moment}`,
    set: async (stage) => {
      const caseId = await recalled(stage, ago(1));
      stage.aim('document-case', caseId, 'tellPerson', moment);
      const owed = { life: caseId, kind: 'issued-document-withdrawn', times };
      return { event: null, mails: owed, go: () => begin(stage, 'document-case', caseId) };
    },
  };
}

export const publicationCases: readonly Case[] = [
  {
    activity: 'commandRun',
    does: 'complete',
    set: async (stage) => {
      const { beginRun, actor } = await anIssuer(stage);
      const id = await beginRun(ago(1));
      const life = await begin(stage, 'publication-run', id);
      stage.aim('publication-run', id, 'commandRun');
      return {
        ...runDone(id, 'completed'),
        go: () => life.command('complete', 'runId', {}, undefined, actor),
      };
    },
  },
  {
    activity: 'carryOutRun',
    does: 'abandon',
    set: async (stage) => {
      const id = await (await anIssuer(stage)).beginRun(daysAgo(9));
      stage.aim('publication-run', id, 'carryOutRun');
      return { ...runDone(id, 'abandoned'), go: () => begin(stage, 'publication-run', id) };
    },
  },
  command('assign', 'assigned'),
  command('reject', 'rejected'),
  command('withdraw', 'withdrawn'),
  {
    activity: 'carryOutCase',
    does: 'publish',
    set: async (stage) => {
      const { publish } = await anIssuer(stage);
      const { caseId } = await publish(daysAgo(4), { embargoUntil: daysAgo(1).slice(0, 10) });
      stage.aim('document-case', caseId, 'carryOutCase');
      return { ...caseDone(caseId, 'published'), go: () => begin(stage, 'document-case', caseId) };
    },
  },
  {
    activity: 'carryOutCase',
    does: 'close',
    set: async (stage) => {
      const caseId = await recalled(stage, ago(1));
      stage.aim('document-case', caseId, 'carryOutCase');
      return { ...caseDone(caseId, 'closed'), go: () => begin(stage, 'document-case', caseId) };
    },
  },
  mail('unsent', 1),
  mail('sent', 2),
];
