/**
 * What an application of the registry is (UM-26: applications are data, not code). Each stands in one file of
 * `applications/`, checked by `domain/application-check.ts` before anything starts.
 */

/** One text in the four languages of Mailroom. */
export type Texts = Readonly<Record<'nl' | 'fr' | 'de' | 'en', string>>;

export interface Application {
  /** Kebab-case, never changed once a grant names it: `e-masspost`. */
  readonly key: string;
  /** A whole number, raised with every change of the file; a grant keeps the one it was given under. */
  readonly version: number;
  readonly name: Texts;
  readonly description: Texts;
  /** `profile`: comes with the profile of the administrator, and is never granted. */
  readonly heldBy: 'grant' | 'profile';
  /** What scopes a right; without one a right is the action alone. */
  readonly dimensions: readonly Dimension[];
  readonly actions: readonly ApplicationAction[];
  /** Which actions and values go together (PI-05); empty where any do. */
  readonly profiles: readonly ApplicationProfile[];
}

export interface Dimension {
  /** `products`, `invoice-addresses`, `contracts`, `borderels`, `postboxes`. */
  readonly key: string;
  readonly name: Texts;
  /** `listed`: the values stand here. `account`: they belong to the account and stand in its boundary. */
  readonly values: 'listed' | 'account';
  /** Empty for values of the account. */
  readonly listed: readonly ListedValue[];
  /** How a value of the account is written: anchored, and linear to try. */
  readonly pattern: string | null;
  readonly patternExample: string | null;
  /** Only values of this kind may be chosen (CS-01: `master`); null: any. */
  readonly onlyKind: string | null;
}

export interface ListedValue {
  readonly key: string;
  readonly name: Texts;
}

/** An access right, a function or a role: one thing that somebody may do. */
export interface ApplicationAction {
  readonly key: string;
  readonly name: Texts;
  /** Who may this, may these too (EM-05: a right "+ prices" implies seeing prices). */
  readonly implies: readonly string[];
  /** For the ceiling only: who holds this may give these, without holding them (decided.md, Rights). */
  readonly covers: readonly string[];
  /** Never together with this in one holding. */
  readonly excludes: readonly string[];
  /** Left out by a copy unless ticked (UM-17), and never granted to a router. */
  readonly isAdministration: boolean;
  /** The types of router that may hold it (RT-07); null: no limit. */
  readonly routerTypes: readonly RouterType[] | null;
  /** Exists for routers and for nobody else (RT-07). */
  readonly onlyRouters: boolean;
  /** False: a row of the matrix that can never be set (PI-06). */
  readonly settable: boolean;
  /** Which objects of the scope its holder sees (EM-06); null: it shows none. */
  readonly objects: 'all' | 'own' | null;
  /** Whether its holder sees prices (EM-05). */
  readonly showsPrices: boolean;
}

export type RouterType = 'conventional' | 'other';

/** X mandatory, O optional, NA not applicable, NO not allowed (PI-05). */
export type Cell = 'X' | 'O' | 'NA' | 'NO';

/** A column of the matrix. */
export interface ApplicationProfile {
  readonly key: string;
  readonly name: Texts;
  /** One cell for every action of the application. */
  readonly actions: Readonly<Record<string, Cell>>;
  /** By dimension, one cell for every listed value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
}

/** Every application by its key. */
export type Registry = ReadonlyMap<string, Application>;
