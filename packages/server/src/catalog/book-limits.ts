/** Characters, at the most. Forms, imports and data files have the same. */
export const TITLE_MAX = 200;
export const AUTHOR_MAX = 120;
export const DESCRIPTION_MAX = 4000;
export const COVER_URL_MAX = 2000;
