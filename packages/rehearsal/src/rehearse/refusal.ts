/** What a person can mend: printed as its sentence, without a stack. */
export class Refusal extends Error {}
