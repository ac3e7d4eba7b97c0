import { validate } from 'uuid';
import { PublicError } from '#platform/errors.js';

/** Readers and passes of one rehearsal; the migration's check says the same. */
export const READERS_MAX = 200_000;
/** Readers made, or passes read, in one request. */
export const PAGE_MAX = 1000;
/** The readers' access tokens are valid for 15 minutes, so that neither the wait nor the drop may be longer. */
export const OPENS_IN_MAX_S = 300;
export const OPEN_FOR_S = 600;
/** A rehearsal as old as this was abandoned: nobody is there any more who would end it. */
export const ABANDONED_AFTER_S = 3600;

/** @throws PublicError BAD_USER_INPUT with the field */
export function assertWithin(field: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new PublicError('BAD_USER_INPUT', {
    field,
    message: `"${field}" must be between ${least.toLocaleString('en')} and ${most.toLocaleString('en')}.`,
  });
}

/** What a text that is no id at all would do to PostgreSQL, it does not come to. @throws PublicError BAD_USER_INPUT */
export function assertRehearsalId(id: string): void {
  if (!validate(id)) throw noSuchRehearsal();
}

/** For an id that no rehearsal has, or has no more. */
export function noSuchRehearsal(): PublicError {
  return new PublicError('BAD_USER_INPUT', {
    field: 'id',
    message: 'There is no rehearsal with this id. It was ended already, or never begun.',
  });
}
