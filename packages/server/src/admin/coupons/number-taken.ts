import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { badInput } from '#admin/staff-input.js';
import type { InputProblem } from '#platform/errors.js';

export function numberTaken(number: string): InputProblem {
  return { field: 'number', reason: 'TAKEN', message: `Another coupon has the number ${number}. Choose another one.` };
}

/**
 * The unique key decides who has a number, not a look beforehand; here its refusal becomes a problem of the field.
 * @throws PublicError BAD_USER_INPUT (TAKEN), and whatever else `write` throws
 */
export async function refusingTaken<T>(number: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const isNumber = error instanceof UniqueConstraintViolationException && /coupon_number_unique/.test(error.message);
    throw isNumber ? badInput([numberTaken(number)]) : error;
  }
}
