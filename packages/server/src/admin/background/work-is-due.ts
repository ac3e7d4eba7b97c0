/** The announcement that something is to be done in the background; its text is what it is about. */
export const WORK_IS_DUE = 'work';
