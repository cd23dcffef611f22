/** The tables that belong to no municipality (design.md, "Databases"); pg-boss keeps its own in another schema. */
export const GLOBAL_TABLES: readonly string[] = ['tenant', 'tenant_host', 'schema_migration'];

/** The tables to which the application may only add. */
export const APPEND_ONLY_TABLES: readonly string[] = ['history', 'access_log'];
