import type { Branch } from '../branch.ts';
import type { Portal } from '../portal.ts';
import type { Product } from '../product.ts';

/** A running product, who talked to it, and the brands in it. */
export interface Scene {
  readonly product: Product;
  readonly portal: Portal;
  readonly branches: readonly Branch[];
}
