import type { SeenCode } from '../../db/queries/activation-codes.ts';
import type { ActivationCode, CodeAct } from '../../domain/activation-code.ts';
import { codeStage, planForCode } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { CodeBatch } from '../../domain/code-batch.ts';
import { planForBatch } from '../../domain/code-batch.ts';
import type { CodePlanAct } from '../../texts/code-plan.ts';
import { codePlanText } from '../../texts/code-plan.ts';
import type { Language } from '../../texts/languages.ts';
import { onTheClock } from '../on-the-clock.ts';

export function presentCode({ code, clientCode, batchId }: SeenCode) {
  const { id, createdAt, announcedOn, endsAt, used, closed } = code;
  return {
    id,
    clientCode,
    batchId,
    stage: codeStage(code),
    createdAt,
    announcedOn,
    endsAt,
    usedAt: used?.at ?? null,
    closedAt: closed?.at ?? null,
  };
}

/** With the end of the batch's key, while the code can still be read. */
export function presentCodePlan(code: ActivationCode, batch: CodeBatch | null, language: Language) {
  const sealed = code.closed === null && batch !== null ? planForBatch(batch) : null;
  const acts: readonly { readonly kind: CodePlanAct; readonly at: Instant }[] = [
    ...(sealed === null ? [] : [sealed]),
    ...planForCode(code),
  ];
  return {
    acts: [...acts]
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map((act) => ({
        kind: act.kind,
        text: codePlanText(act.kind, language),
        ...onTheClock(act.at, code.terms.zone),
        policyVersion: code.terms.version,
        prevent: preventionOf(act, code),
      })),
  };
}

/** Only a reminder can be prevented, by revoking the code; its days run out in any case. */
function preventionOf(
  { kind, at }: { readonly kind: CodePlanAct | CodeAct['kind']; readonly at: Instant },
  { used }: ActivationCode,
) {
  return kind === 'remind' && used === null
    ? { operation: 'revokeActivationCode' as const, until: at }
    : null;
}
