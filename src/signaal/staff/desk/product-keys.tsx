import { InlineForm, KeyHint, LinkButton } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { staffTexts } from '../texts.ts';
import { Strip } from '../web/layout.tsx';
import { products } from './product.ts';

const KEYS = { road_salt: 's', dog_waste_bags: 'p' } as const;

/** One key each for what people fetch, and for the visitor who comes back. */
export const ProductKeys = ({ rq }: { rq: Rq }) => {
  const t = rq.texts(staffTexts);
  return (
    <Strip>
      {products.map((product) => (
        <InlineForm
          key={product}
          action="/balie/product"
          csrf={rq.csrf}
          fields={[{ name: 'product', value: product }]}
          hotkey={KEYS[product]}
          label={
            <>
              {t(`product.${product}`)}
              <KeyHint>{KEYS[product].toUpperCase()}</KeyHint>
            </>
          }
        />
      ))}
      <LinkButton href="/balie/zoeken" look="secondary" hotkey="t">
        {t('desk.back')}
        <KeyHint>T</KeyHint>
      </LinkButton>
      <LinkButton href="/balie/werk" look="subtle" hotkey="w">
        {t('desk.tray')}
        <KeyHint>W</KeyHint>
      </LinkButton>
    </Strip>
  );
};
