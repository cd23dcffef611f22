/** Asks one statement of an open transaction, whatever holds it. */
export type Ask = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;
