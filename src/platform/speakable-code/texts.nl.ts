/** The Dutch spelling alphabet, as used on the telephone. */
export const nl = {
  'spell.C': 'C van Cornelis',
  'spell.F': 'F van Ferdinand',
  'spell.H': 'H van Hendrik',
  'spell.J': 'J van Johan',
  'spell.K': 'K van Karel',
  'spell.L': 'L van Lodewijk',
  'spell.M': 'M van Maria',
  'spell.P': 'P van Pieter',
  'spell.R': 'R van Richard',
  'spell.T': 'T van Theo',
  'spell.V': 'V van Victor',
  'spell.W': 'W van Willem',
  'spell.X': 'X van Xantippe',
  'spell.Y': 'Y van Ypsilon',
} as const;
