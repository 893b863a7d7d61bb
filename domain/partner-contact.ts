/** What a partner who runs accounts outside is told of a main contact: this and nothing else (IP-11). */
export interface PartnerContact {
  readonly email: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly lastName: string;
  /** Null where nobody was asked for one. */
  readonly firstName: string | null;
}

/** A main contact as we know him. */
export interface MainContact {
  readonly email: string;
  readonly language: string;
  /** As he is shown; what there is of a company's log-in. */
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** IP-11: mail address, language, name and first name. */
export function partnerContactOf({
  email,
  language,
  name,
  firstName,
  lastName,
}: MainContact): PartnerContact {
  return lastName === null
    ? { email, language, lastName: name, firstName: null }
    : { email, language, lastName, firstName };
}
