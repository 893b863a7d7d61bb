/** What an issuer need not tell of a customer: nothing of it. */
export const nothingMore = {
  ...{ street: null, postalCode: null, city: null, country: null },
  ...{ contractStartedOn: null, formChannel: null },
} as const;
