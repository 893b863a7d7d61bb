/** P11: one user of many accounts, the objects he asks about, and the same question put three ways. */
import { createMongoAbility, subject } from '@casl/ability';
import type { EffectiveRights } from '../domain/holding.ts';
import { objectRightsOf } from '../domain/object-rights.ts';
import type { Registry } from '../domain/application.ts';
import type { RightBlock } from '../domain/right-set.ts';
import type { Subject, UserActor } from '../domain/rights.ts';
import { can } from '../domain/rights.ts';
import { shuffled } from './statistics.ts';

const application = 'e-masspost';
const accounts = 12;
const addressesOf = 40;
const blocksOf = 3;
const objectsAsked = 4_096;

interface RightsWorld {
  readonly userId: string;
  readonly effective: readonly EffectiveRights[];
  readonly objects: readonly (Subject & Asked)[];
}

interface Asked {
  readonly kind: 'application-object';
  readonly accountId: string;
  readonly application: string;
  readonly values: Readonly<Record<string, string>>;
  readonly creatorId: string | null;
}

/** Blocks of a third of the products on a third of the invoice addresses, of all or of his own; objects inside and out. */
export function rightsWorld(registry: Registry, random: () => number): RightsWorld {
  const products = registry.get(application)?.dimensions[0]?.listed.map(({ key }) => key) ?? [];
  const addresses = Array.from({ length: addressesOf }, (_, at) => String(100_000 + at));
  const some = (all: readonly string[], share: number) =>
    shuffled(all, random).slice(0, Math.ceil(all.length * share));
  const one = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? '';
  const userId = 'user-of-the-bench';
  const ids = Array.from({ length: accounts }, (_, at) => `account-${String(at)}`);
  const block = (at: number): RightBlock => ({
    actions: at % 2 === 0 ? ['global-follow-up'] : ['create-deposit'],
    scope: { products: some(products, 1 / 3), 'invoice-addresses': some(addresses, 1 / 3) },
  });
  const held = { membershipId: 'm', companyId: 'c', application, profile: null };
  const effective = ids.map((accountId) => ({
    ...held,
    accountId,
    rights: Array.from({ length: blocksOf }, (_, at) => block(at)),
  }));
  // A quarter lies on accounts where he holds nothing.
  const everywhere = [...ids, ...ids.slice(0, accounts / 3).map((id) => `foreign-${id}`)];
  const objects = Array.from({ length: objectsAsked }, () => ({
    kind: 'application-object' as const,
    accountId: one(everywhere),
    application,
    values: { products: one(products), 'invoice-addresses': one(addresses) },
    creatorId: random() < 0.5 ? userId : null,
  }));
  return { userId, effective, objects };
}

/** Whether he sees that object; made from his rights. */
type Question = (object: RightsWorld['objects'][number]) => boolean;

/** As a request asks it. */
export function oursFor(registry: Registry, { userId, effective }: RightsWorld): Question {
  const objectRights = objectRightsOf(registry, effective);
  const actor: UserActor = { kind: 'user', id: userId, memberships: [], grants: [], objectRights };
  return (object) => can(actor, 'application-object.read', object).ok;
}

interface Bits {
  readonly all: Uint32Array;
  readonly own: Uint32Array;
}

/**
 * The least there is: a Map of accounts, two Maps from a value to its place, and one bit for every combination. It knows this
 * application alone, and nothing but this question.
 */
export function bareFor(registry: Registry, { userId, effective }: RightsWorld): Question {
  const places = (values: readonly string[]) => new Map(values.map((value, at) => [value, at]));
  const products = places(registry.get(application)?.dimensions[0]?.listed.map(({ key }) => key) ?? []);
  const named = effective.flatMap(({ rights }) =>
    rights.flatMap(({ scope }) => scope['invoice-addresses'] ?? []),
  );
  const addresses = places([...new Set(named)]);
  const width = addresses.size;
  const words = Math.ceil((products.size * width) / 32);
  const byAccount = new Map<string, Bits>();
  for (const { accountId, rights } of effective) {
    const bits = { all: new Uint32Array(words), own: new Uint32Array(words) };
    byAccount.set(accountId, bits);
    for (const { actions, scope } of rights)
      for (const product of scope['products'] ?? [])
        for (const address of scope['invoice-addresses'] ?? []) {
          const bit = (products.get(product) ?? 0) * width + (addresses.get(address) ?? 0);
          const set = actions.includes('global-follow-up') ? bits.all : bits.own;
          set[bit >> 5] = (set[bit >> 5] ?? 0) | (1 << (bit & 31));
        }
  }
  return ({ accountId, values, creatorId }) => {
    const bits = byAccount.get(accountId);
    const product = products.get(values['products'] ?? '');
    const address = addresses.get(values['invoice-addresses'] ?? '');
    if (bits === undefined || product === undefined || address === undefined) return false;
    const bit = product * width + address;
    const mask = 1 << (bit & 31);
    if (((bits.all[bit >> 5] ?? 0) & mask) !== 0) return true;
    return creatorId === userId && ((bits.own[bit >> 5] ?? 0) & mask) !== 0;
  };
}

/** CASL, one rule a block, with its conditions on account, application, scope and creator. */
export function caslFor({ userId, effective }: RightsWorld): Question {
  const ability = createMongoAbility(
    effective.flatMap(({ accountId, rights }) =>
      rights.map(({ actions, scope }) => ({
        action: 'read',
        subject: 'application-object',
        conditions: {
          accountId,
          application,
          'values.products': { $in: scope['products'] ?? [] },
          'values.invoice-addresses': { $in: scope['invoice-addresses'] ?? [] },
          ...(actions.includes('global-follow-up') ? {} : { creatorId: userId }),
        },
      })),
    ),
  );
  return (object) => ability.can('read', subject('application-object', object as never));
}
