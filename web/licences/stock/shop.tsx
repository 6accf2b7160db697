import { useTranslations } from 'use-intl';
import { useInstant } from '../../context/dates.ts';
import { Card, Hidden, Row, Stack } from '../../ui/layout.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useOptions } from '../options.ts';
import type { Stock } from './requests.ts';
import styles from './shop.module.css';

/** Where licences are bought, and whether the shop is heard (L-12). The link asks nothing and is nobody's duty. */
export function Shop({ stock }: { stock: Stock }) {
  const t = useTranslations('licence-stock.shop');
  const { shop: link } = useOptions();
  const state = useShopState(stock.shop);
  if (!stock.dealerCode) return null;
  return (
    <Card labelledBy="shop">
      <Stack>
        <h2 id="shop">{t('title')}</h2>
        <p>{t(link ? 'text' : 'noShop')}</p>
        <SummaryList
          entries={[
            { name: t('code'), value: <span className={styles['code']}>{stock.dealerCode}</span> },
            ...(link ? [{ name: t('state'), value: state }] : []),
          ]}
        />
        {link && (
          <Row>
            <LinkButton kind="secondary" href={link} target="_blank" rel="noopener noreferrer">
              {t('toShop')}
              <Hidden>{t('newWindow')}</Hidden>
            </LinkButton>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

/** A refusal is worth telling only while nothing right has come after it. */
function useShopState(shop: Stock['shop']): string {
  const t = useTranslations('licence-stock.shop');
  const instant = useInstant();
  const { acceptedAt = null, refusedAt = null, refusal = null } = shop ?? {};
  if (refusedAt && (!acceptedAt || refusedAt > acceptedAt))
    return t('refused', {
      at: instant(refusedAt),
      why: t(`reasons.${refusal === 'shop-time' ? refusal : 'shop-signature'}`),
    });
  return acceptedAt ? t('heard', { at: instant(acceptedAt) }) : t('never');
}
