/** The contract of a log-in from an unknown place (WF-20). */
import { defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { PlaceAuthorisation } from '../../domain/place-authorisation.ts';
import { planForPlace } from '../../domain/place-authorisation.ts';
import { placeDetails, placeSummary } from '../../texts/place-authorisation.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type PlaceState = Owing<PlaceAuthorisation>;

export type PlaceStage = 'asked' | 'collecting' | 'authorised' | 'expired' | 'digested';

export function placeStage({ closed, toldBy }: PlaceAuthorisation): PlaceStage {
  return closed?.outcome ?? (toldBy === 'mail' ? 'asked' : 'collecting');
}

export const startOfPlaceAuthorisation = startOf<PlaceState>('place-authorisation', {
  summary: placeSummary,
  details: placeDetails,
  stage: placeStage,
  plan: planForPlace,
  company: ({ companyId }) => companyId ?? 'none',
});

export interface PlaceMessage extends LifeMessage {
  readonly authorisationId: string;
}

export const confirm = defineUpdate<PlaceState, [PlaceMessage]>('confirm');
