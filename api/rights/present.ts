import type { RightsSaved } from '../../db/changes/save-rights.ts';
import type { OptionReason } from '../../domain/option.ts';
import type { FormOption } from '../../domain/rights-form.ts';
import { formFor } from '../../domain/rights-form.ts';
import { toldCell } from '../../domain/granting.ts';
import { grantedRights } from '../../domain/holding.ts';
import { merged } from '../../domain/right-set.ts';
import type { Language } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';
import { optionText } from '../../texts/options.ts';
import type { RightsGround } from './find.ts';

/** Greyed for now: a request for rights may bring it (UM-15). */
const askable: readonly OptionReason[] = ['option.not-yours', 'option.ask-operator'];

/** The form in the reader's words. */
export function presentForm(
  ground: Omit<RightsGround, 'seen'>,
  asked: string | null,
  language: Language,
  whose: 'user' | 'router' | 'own' = 'user',
) {
  const { account, application, holding, giving, accountValues } = ground;
  const held = merged(grantedRights(holding ?? undefined));
  const { ceiling, boundary, routerType } = giving;
  const holder = { kind: whose === 'router' ? whose : 'user', routerType } as const;
  const profile = asked ?? holding?.profile ?? null;
  const form = formFor({ application, holder, profile, held, ceiling, boundary });
  // On the account of a client people of a router cannot ask: what they lack, the client gives.
  const canAsk = whose === 'router' || routerType === null;
  const shown = (options: readonly FormOption[], nameOf: (key: string) => string) =>
    options.map(({ key, isHeld, grey }) => ({
      key,
      name: nameOf(key),
      isHeld,
      grey: grey && {
        reason: grey,
        text: optionText(grey, language, whose === 'own'),
        canBeAsked: canAsk && askable.includes(grey),
      },
    }));
  const actionName = (key: string) => {
    const action = application.actions.find((each) => each.key === key);
    return action === undefined ? key : sayFirst(action.name, language);
  };
  return {
    accountId: account.accountId,
    accountNumber: account.number,
    application: application.key,
    name: sayFirst(application.name, language),
    profile: holding?.profile ?? null,
    version: holding?.version ?? 0,
    rights: held,
    actions: shown(form.actions, actionName),
    dimensions: application.dimensions.map((dimension) => ({
      key: dimension.key,
      name: sayFirst(dimension.name, language),
      values: shown(form.values[dimension.key] ?? [], (value) => {
        const listed = dimension.listed.find(({ key }) => key === value);
        if (listed !== undefined) return sayFirst(listed.name, language);
        const known = accountValues.find((each) => each.dimension === dimension.key && each.value === value);
        return known?.label ?? value;
      }),
    })),
  };
}

export function presentSaved({ version, profile, added, removed, dropped }: RightsSaved) {
  return { version, profile, added, removed, dropped: dropped.map(toldCell) };
}
