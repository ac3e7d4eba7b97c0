import path from 'node:path';

/** Where pictures of the pages are laid, to be looked at. */
export const SCREENSHOTS = path.resolve(import.meta.dirname, '../screenshots');
