/** The value of `lang` for a text that the page did not write itself: "ko" when it has Hangul, else the page's own. */
export function textLang(text: string): 'ko' | undefined {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : undefined;
}
