/** The contract of a log-in from an unknown place (WF-20). */
import { defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { PlaceAuthorisation } from '../../domain/place-authorisation.ts';
import { planForPlace } from '../../domain/place-authorisation.ts';
import { placeDetails, placeSummary } from '../../texts/place-authorisation.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type PlaceState = Owing<PlaceAuthorisation>;

export type PlaceStage = 'asked' | 'collecting' | 'authorised' | 'expired' | 'digested';

export function placeStage({ closed, toldBy }: PlaceAuthorisation): PlaceStage {
  return closed?.outcome ?? (toldBy === 'mail' ? 'asked' : 'collecting');
}

export function startOfPlaceAuthorisation(authorisation: PlaceState): LifeStart<PlaceState> {
  return {
    workflow: 'placeAuthorisation',
    workflowId: lifeId('place-authorisation', authorisation.id),
    input: authorisation,
    summary: placeSummary(authorisation),
    details: placeDetails(authorisation),
    attributes: [
      ...ownerAttributes(authorisation.brand, authorisation.companyId ?? 'none'),
      ...standingAttributes({
        stage: placeStage(authorisation),
        dueAt: planForPlace(authorisation)?.at ?? null,
      }),
    ],
  };
}

/** A confirmation as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface PlaceMessage {
  readonly authorisationId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

export const confirm = defineUpdate<PlaceState, [PlaceMessage]>('confirm');
