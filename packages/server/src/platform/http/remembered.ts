/** Looks at the most once within `lifeMs`: who asks meanwhile gets the same answer, also while it is being found. */
export function remembered<Answer>(lifeMs: number, look: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    if (answer) return answer;
    const begun = look();
    answer = begun;
    const forget = () => {
      answer = undefined;
    };
    begun.then(() => setTimeout(forget, lifeMs).unref(), forget);
    return begun;
  };
}
