/** Why staff cannot decide about a case, whatever they decide. */
export const reviewReasons = [
  'registration.unconfirmed',
  'registration.not-submitted',
  'registration.approved',
  'registration.withdrawn',
  'registration.closed',
] as const;
