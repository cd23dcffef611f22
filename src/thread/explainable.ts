import { THREAD_KINDS } from './model.ts';
import { nearStatement, threadStatement, voicesStatement } from './sql-stations.ts';

/** A statement with sample values; the promise test asks EXPLAIN of it as the app's role. */
interface ExplainableQuery {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

const ID = '01900000-0000-7000-8000-000000000001';
const MOST = 50;

/** The thread from every kind of object, and every list of voices, for one municipality. */
export const explainableThread = (gemeente: string): ExplainableQuery[] => [
  {
    name: 'thread of a signaal alone',
    sql: nearStatement,
    values: [gemeente, ID, true, 'hash', MOST, ID, '2016-03-07'],
  },
  ...THREAD_KINDS.flatMap((kind) => {
    const common = [gemeente, ID, true, 'hash', MOST, ID];
    return [
      { name: `thread ${kind}`, sql: threadStatement(kind), values: [...common, '2016-03-07'] },
      {
        name: `voices ${kind}`,
        sql: voicesStatement(kind),
        values: [...common, new Date('2016-03-07T09:00:00Z'), ID],
      },
    ];
  }),
];
