/** Where the token of a request for advice is sealed. */
export const tokenPlace = (gemeente: string, adviceId: string) => ({
  gemeente,
  row: `focuspunt_advice/${adviceId}/token`,
});
