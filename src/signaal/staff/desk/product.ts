import { departmentOfKind } from '#gemeente/index.ts';
import { defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';

/** What people fetch at the desk. */
export const products = ['road_salt', 'dog_waste_bags'] as const;

/** One of them. */
export type Product = (typeof products)[number];

/** Counts one product that was handed out: a number per desk and day, nothing about whom. */
export const countProduct = defineCommand<{ product: Product }, void>({
  name: 'product.count',
  action: 'signaal.register',
  run: async (context, { product }) => {
    const holding = context.allow();
    const { db, gemeente, today } = context;
    const departmentId = holding?.departmentId ?? (await departmentOfKind(db, gemeente, today, 'desk'))?.id;
    if (!departmentId) throw new Error('This municipality has no department of kind desk');
    const [row] = await runSql<{ used: number }>(
      db,
      `insert into counter_product (gemeente, day, department_id, product, used) values ($1, $2, $3, $4, 1)
       on conflict (gemeente, day, department_id, product) do update set used = counter_product.used + 1
       returning used`,
      [gemeente, today, departmentId, product],
    );
    context.record({
      noun: 'counter_product',
      objectId: `${today}/${departmentId}/${product}`,
      action: 'counted',
      after: { product, used: row?.used ?? 0 },
    });
  },
});
