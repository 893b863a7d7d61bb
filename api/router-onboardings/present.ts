import type { OnboardingSeen } from '../../db/queries/router-onboardings.ts';
import { onboardingStage } from '../../domain/router-onboarding.ts';
import { presentRouter } from '../routers/present.ts';

/** As the client and staff see it; the router reads nothing that the client wrote about it. */
export function presentOnboarding({ seen, isForRouter }: { seen: OnboardingSeen; isForRouter: boolean }) {
  const { onboarding, companyName, asked, decisionNote, router } = seen;
  const { id, companyId, askedAt, dueAt, listedAt, endsAt, closed } = onboarding;
  return {
    id,
    companyId,
    companyName,
    stage: onboardingStage(onboarding),
    name: asked.name,
    street: asked.street,
    postalCode: asked.postal_code,
    city: asked.city,
    country: asked.country,
    email: isForRouter ? null : asked.email,
    enterpriseNumber: asked.enterprise_number,
    note: isForRouter ? null : asked.note,
    decisionNote: isForRouter ? null : decisionNote,
    router: router === null ? null : presentRouter(router),
    ...{ askedAt, dueAt, listedAt, endsAt },
    closedAt: closed?.at ?? null,
  };
}
