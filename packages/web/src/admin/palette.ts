/** The colours of styles/tokens.css, which a test compares: MUI computes shades and needs them as values. */
export const lightTokens = {
  '--paper': '#faf7f2',
  '--surface': '#fffdf9',
  '--sunken': '#f2ede4',
  '--ink': '#17141f',
  '--muted': '#6d6778',
  '--line': '#e7e1d8',
  '--line-strong': '#8d8696',
  '--accent-plate': '#d1341f',
  '--accent-plate-hover': '#b92b18',
  '--accent-ink': '#c22f1b',
  '--on-accent': '#ffffff',
  '--success': '#1f7a4d',
  '--focus': '#17141f',
};

export const darkTokens: typeof lightTokens = {
  '--paper': '#141219',
  '--surface': '#1c1923',
  '--sunken': '#221e2a',
  '--ink': '#f3efe8',
  '--muted': '#a8a1b3',
  '--line': '#2b2733',
  '--line-strong': '#7c7488',
  '--accent-plate': '#ff6a52',
  '--accent-plate-hover': '#ff8470',
  '--accent-ink': '#ff7d68',
  '--on-accent': '#1d0a06',
  '--success': '#63c795',
  '--focus': '#f3efe8',
};
