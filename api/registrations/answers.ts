/** What is wrong with answers, as faults of the request: each names its field and what would be accepted there. */
import type { FormAnswers, RegistrationForm } from '../../domain/registration-form.ts';
import { answerFaults } from '../../domain/registration-form.ts';
import { HttpRefusal } from '../refusal.ts';

/** Refuses 422 `request.invalid`; with `whole`, also for what is missing (CS-06). */
export function checkAnswers(form: RegistrationForm, answers: FormAnswers, whole: boolean): void {
  const faults = answerFaults(form, answers, { whole }).map(({ field, reason, accepted }) => ({
    in: 'body' as const,
    field: `/answers/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`.slice(0, 200),
    reason,
    accepted,
  }));
  if (faults.length > 0) throw new HttpRefusal(422, 'request.invalid', { faults: faults.slice(0, 50) });
}

/** Without an address nobody can be answered. */
export function checkAddress(answers: FormAnswers): void {
  const { email } = answers;
  if (typeof email === 'string' && email.trim() !== '') return;
  const fault = {
    in: 'body',
    field: '/answers/email',
    reason: 'field.missing',
    accepted: { format: 'email' },
  } as const;
  throw new HttpRefusal(422, 'request.invalid', { faults: [fault] });
}
