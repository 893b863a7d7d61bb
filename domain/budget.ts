/** So many times in so many seconds: how often strangers may try, and how many mails one address may be sent. */
export interface Budget {
  readonly times: number;
  readonly seconds: number;
}

/** Per what a budget counts: a mailbox, a place on the network, a user, a company. */
export const budgets = {
  /** Links mailed to one address, whoever asked for them (check 39). */
  linkMailsToAddress: { times: 5, seconds: 3_600 },
  /** Links asked for from one place. */
  linkMailsFromPlace: { times: 30, seconds: 3_600 },
  /** Invitations of one company, to new users and to people who may exist. */
  invitationsOfCompany: { times: 100, seconds: 3_600 },
  /** Tokens tried from one place that were none (check 31: the secret has 256 bits, the place is slowed all the same). */
  deadLinksFromPlace: { times: 30, seconds: 3_600 },
  /** Codes and keys tried as one person, by whoever knows his password (check 31; NIST: at most 100). */
  factorGuessesOfUser: { times: 30, seconds: 3_600 },
  factorGuessesOfUserDaily: { times: 100, seconds: 86_400 },
  /** Registrations begun from one place. */
  registrationsFromPlace: { times: 20, seconds: 3_600 },
  /** Activation codes tried in vain, from one place and by everybody: ten a second (check 41; quality, the arithmetic). */
  codeEntriesFromPlace: { times: 20, seconds: 3_600 },
  codeEntries: { times: 600, seconds: 60 },
  /** Sign-ups begun with one code: each tells whether a name is taken (WF-31). */
  signUpsOfCode: { times: 10, seconds: 86_400 },
  /** Content policy reports from one place. */
  reportsFromPlace: { times: 60, seconds: 3_600 },
} as const satisfies Record<string, Budget>;

export type BudgetName = keyof typeof budgets;
