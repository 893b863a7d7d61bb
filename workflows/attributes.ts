/** The search attributes every life carries: ids and words, nothing personal (design.md, Workflow rules). */
import { defineSearchAttributeKey } from '@temporalio/common';
import type { SearchAttributePair } from '@temporalio/common';
import type { Instant } from '../domain/calendar.ts';

const brandKey = defineSearchAttributeKey('Brand', 'KEYWORD');
const companyKey = defineSearchAttributeKey('Company', 'KEYWORD');
const stageKey = defineSearchAttributeKey('Stage', 'KEYWORD');
const dueAtKey = defineSearchAttributeKey('DueAt', 'DATETIME');

/** What changes about a life: where it stands, and the next instant at which something happens by itself. */
export interface Standing {
  readonly stage: string;
  readonly dueAt: Instant | null;
}

export function ownerAttributes(brand: string, companyId: string): SearchAttributePair[] {
  return [
    { key: brandKey, value: brand },
    { key: companyKey, value: companyId },
  ];
}

/** Of what belongs to no company: a person may be in several. */
export function brandAttribute(brand: string): SearchAttributePair[] {
  return [{ key: brandKey, value: brand }];
}

export function standingAttributes({ stage, dueAt }: Standing): SearchAttributePair[] {
  return [
    { key: stageKey, value: stage },
    { key: dueAtKey, value: dueAt === null ? null : new Date(dueAt) },
  ] as SearchAttributePair[];
}
