import pg from 'pg';

/** Tables the application's role may only add to: nobody rewrites what happened. */
const APPEND_ONLY = ['history', 'access_log'];
/** Tables outside the tenants that the application reads; only the operator's commands write them. */
const READ_ONLY = ['tenant', 'tenant_host', 'schema_migration'];

/** Why the application's login role may not be used: it would walk past the row policies. */
export type RoleFlaw = 'superuser' | 'bypasses_row_security' | 'owns_tables';

/** Gives the application's role exactly what it needs, after each migration. */
export const grantToApp = async (ownerUrl: string, appRole: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const role = pg.escapeIdentifier(appRole);
  try {
    await client.query('begin');
    await client.query(`grant usage on schema public to ${role}`);
    await client.query(`grant select, insert, update, delete on all tables in schema public to ${role}`);
    await client.query(`revoke update, delete, truncate on ${APPEND_ONLY.join(', ')} from ${role}`);
    await client.query(`revoke insert, update, delete on ${READ_ONLY.join(', ')} from ${role}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
};

/** What is wrong with the role the application signs in as; empty when it may be used. */
export const appRoleFlaws = async (appUrl: string): Promise<{ role: string; flaws: RoleFlaw[] }> => {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{
      role: string;
      superuser: boolean;
      bypasses: boolean;
      owns: boolean;
    }>(
      `select current_user as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
        exists (select 1 from pg_tables t
          where t.schemaname = 'public' and pg_has_role(current_user, t.tableowner, 'member')) as owns
       from pg_roles r where r.rolname = current_user`,
    );
    const row = rows[0];
    if (!row) throw new Error('The database did not tell who we are');
    const flaws: RoleFlaw[] = [];
    if (row.superuser) flaws.push('superuser');
    if (row.bypasses) flaws.push('bypasses_row_security');
    if (row.owns) flaws.push('owns_tables');
    return { role: row.role, flaws };
  } finally {
    await client.end();
  }
};
