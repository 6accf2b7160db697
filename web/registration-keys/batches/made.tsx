import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Received } from './requests.ts';
import { saveFile } from '../../ui/save-file.ts';

type Props = { organization: string; received: Received; count: number; onDone: () => void };

/** The last moment at which the file can be saved. */
export function Made({ organization, received, count, onDone }: Props) {
  const t = useTranslations('activation-keys');
  const { file, batch } = received;
  return (
    <Page title={t('made.title')} part={t('make.title')} width="reading">
      <Notice kind="success" live>
        {t('made.text', { count, name: file.name })}
      </Notice>
      <Notice kind="warning">{t('made.once')}</Notice>
      <Row>
        <Button icon="download" kind="secondary" onClick={() => saveFile(file)}>
          {t('made.again')}
        </Button>
      </Row>
      <Row justify="between">
        <ButtonTo
          to="/o/$organization/activation-keys/batches/$batch"
          params={{ organization, batch }}
          onClick={onDone}
        >
          {t('made.toBatch')}
        </ButtonTo>
        <ButtonTo
          kind="quiet"
          to="/o/$organization/activation-keys/batches/new"
          params={{ organization }}
          onClick={onDone}
        >
          {t('made.another')}
        </ButtonTo>
      </Row>
    </Page>
  );
}
