import { z } from 'zod';
import type { Ask } from '#platform/transfer/ask.ts';
import { TransferProblem } from '#platform/transfer/problem.ts';

const tenantSchema = z.object({
  name: z.string().min(1).max(100),
  demo: z.boolean(),
  createdAt: z.iso.datetime({ offset: true }),
  hosts: z.array(z.string().max(253)).max(100),
});

/** What the directory of tenants says of a municipality; its public host name first. */
export type TenantFacts = z.infer<typeof tenantSchema>;

/** Reads them for an export. */
export const readTenantFacts = async (ask: Ask, gemeente: string): Promise<TenantFacts> => {
  const [facts] = await ask<TenantFacts>(
    `select name, demo, to_json(created_at) as "createdAt",
       array(select host from tenant_host h where h.gemeente = $1 order by is_public_address desc, host) as hosts
     from tenant where gemeente = $1`,
    [gemeente],
  );
  if (!facts) throw new Error(`No municipality ${gemeente}`);
  return tenantSchema.parse(facts);
};

/** Takes them from a manifest. Throws `manifest_broken` on anything else. */
export const tenantFactsFrom = (value: unknown): TenantFacts => {
  const facts = tenantSchema.safeParse(value);
  if (!facts.success) throw new TransferProblem('manifest_broken', {}, facts.error);
  return facts.data;
};
