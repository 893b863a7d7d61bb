/** As the API shows it: `as-brand` where the company has said nothing. */
export function presentCompanyPlaces(found: {
  readonly switch: 'on' | 'off' | null;
  readonly networks: readonly string[];
}) {
  return { switch: found.switch ?? ('as-brand' as const), networks: [...found.networks] };
}
