/** A running product with a portal in front of it, as each file of fault tests opens one. */
import type { Branch } from './branch.ts';
import { openBranch } from './branch.ts';
import type { GroundPlan } from './ground.ts';
import type { Scene } from './invariants.ts';
import { openPortal } from './portal.ts';
import { startProduct } from './product.ts';
import type { Soon } from './soon.ts';
import { soon } from './soon.ts';

export interface OpenScene extends Scene {
  /** Another brand; its people are logged in. */
  open(plan: GroundPlan): Promise<Branch>;
  /** A brand whose letters fall due at the next full minute that leaves so many seconds. */
  dueSoon(seconds: number, plan?: Partial<GroundPlan>): Promise<{ branch: Branch; due: Soon }>;
  /** A brand whose letters fall due in two weeks. */
  dueLater(): Promise<Branch>;
  close(): Promise<void>;
}

export async function openScene(): Promise<OpenScene> {
  const product = await startProduct();
  const portal = openPortal(product.url);
  const branches: Branch[] = [];
  const open = async (plan: GroundPlan) => {
    const branch = await openBranch(product, portal, plan);
    branches.push(branch);
    return branch;
  };
  return {
    product,
    portal,
    branches,
    open,
    dueSoon: async (seconds, plan = {}) => {
      const due = soon(seconds);
      return { due, branch: await open({ ...plan, zone: due.zone }) };
    },
    dueLater: () => open({ zone: 'Europe/Brussels', policy: { decisionDays: 14 } }),
    close: () => product.close(),
  };
}
