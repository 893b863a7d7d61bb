/** What a demo is made of. */
import type { DocumentPolicy } from '../../domain/document-policy.ts';
import type { DecisionKind, PrimaryOption } from '../../domain/mail-item.ts';
import type { PeoplePolicy } from '../../domain/people-policy.ts';
import type { RegistrationForm } from '../../domain/registration-form.ts';
import type { GrantAction } from '../../domain/rights.ts';
import type { DemoPolicy } from './demo-policies.ts';

interface DemoSite {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly zone: string;
  readonly cutOff: string;
}

export interface DemoAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export interface DemoBox {
  readonly number: string;
  readonly site: string;
  readonly primaryOption: PrimaryOption;
  readonly allowed: readonly DecisionKind[];
  readonly addressees: readonly string[];
  /** Null: nobody has said yet where the post should go. */
  readonly forwardingAddress: DemoAddress | null;
}

export interface DemoUser {
  readonly username: string;
  readonly name: string;
  readonly language: string;
  /** Null for an administrator, to whom the operator grants the whole boundary. */
  readonly grants: Readonly<Record<string, readonly GrantAction[]>> | null;
}

/** An application in the boundary of a company, with what its account has to scope it by. */
export interface DemoApplication {
  readonly key: string;
  /** Under which its administrators hold it. */
  readonly profile?: string;
  readonly values: Readonly<Record<string, readonly DemoValue[]>>;
}

interface DemoValue {
  readonly value: string;
  readonly label: string;
  readonly kind?: string;
}

/** Something that an application shows; made by that user, or by nobody here. */
export interface DemoObject {
  readonly application: string;
  readonly title: string;
  readonly priceCents: number;
  readonly by: string | null;
  readonly values: Readonly<Record<string, string>>;
}

export interface DemoCompany {
  readonly name: string;
  readonly language: string;
  /** Besides its boxes. */
  readonly applications: readonly DemoApplication[];
  readonly objects?: readonly DemoObject[];
  readonly users: readonly DemoUser[];
  readonly boxes: readonly DemoBox[];
}

export interface DemoBrand {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly zone: string;
  readonly language: string;
  readonly policy: DemoPolicy;
  /** What differs from decided.md. */
  readonly people: Partial<PeoplePolicy>;
  readonly documents: Partial<DocumentPolicy>;
  readonly forms: readonly RegistrationForm[];
  readonly sites: readonly DemoSite[];
  readonly companies: readonly DemoCompany[];
}
