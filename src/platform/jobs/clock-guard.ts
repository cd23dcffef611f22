import type pg from 'pg';

/**
 * The job tables know by moments what is to be done: a clock that is put back (a wrong clock set right by the network) leaves
 * moments that lie ahead, and until the clock has caught up with them no recurring work would begin, no job that waits would
 * be taken, and none of a dead process be found. Nothing of ours is planned ahead but a next try, and that less than this.
 */
const LONGEST_RETRY = '30 minutes';
/** What ordinary clocks of two machines may differ. */
const SLACK = '1 minute';

const STATEMENTS = [
  `update jobs.version set cron_on = null where cron_on > jobs.job_now() + interval '${SLACK}'`,
  `update jobs.queue set monitor_on = least(monitor_on, jobs.job_now()),
     monitor_claim_on = least(monitor_claim_on, jobs.job_now())
   where monitor_on > jobs.job_now() + interval '${SLACK}' or monitor_claim_on > jobs.job_now() + interval '${SLACK}'`,
  `update jobs.job set start_after = jobs.job_now()
   where state = 'created' and start_after > jobs.job_now() + interval '${SLACK}'
     or state = 'retry' and start_after > jobs.job_now() + interval '${LONGEST_RETRY}'`,
  `update jobs.job set started_on = jobs.job_now(), heartbeat_on = least(heartbeat_on, jobs.job_now())
   where state = 'active' and started_on > jobs.job_now() + interval '${SLACK}'`,
] as const;

/** Brings moments of the jobs that lie ahead back to now. Gives how many rows were; 0 on any usual day. */
export const bringBack = async (pool: pg.Pool): Promise<number> => {
  let rows = 0;
  for (const statement of STATEMENTS) rows += (await pool.query(statement)).rowCount ?? 0;
  return rows;
};
