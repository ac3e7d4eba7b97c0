/** How often a page looks at a batch that is being made. */
export const LOOK_EVERY_MS = 1500;
