/** The task queue of the reference's workers, on the server and in the namespace of the product. */
export const referenceQueue = 'bench-reference';
