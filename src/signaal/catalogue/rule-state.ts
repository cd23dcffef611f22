/** Whether a rule holds today, will hold, or held. */
export const ruleState = (
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  today: string,
): 'now' | 'coming' | 'over' => {
  if (validFrom > today) return 'coming';
  return validTo === null || validTo > today ? 'now' : 'over';
};
