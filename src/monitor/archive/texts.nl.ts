export const nl = {
  'archive.goal': 'Doelen en metingen',
  'archive.goal.start': 'blijft altijd',
} as const;
