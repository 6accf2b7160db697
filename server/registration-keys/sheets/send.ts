import type { Language } from '../../../domain/site/languages.ts';
import type { Site } from '../../kernel/app.ts';
import { outsideId } from '../../kernel/ids.ts';
import { csvOf } from './csv.ts';
import { pdfOf } from './pdf.ts';
import type { Sheet } from './sheet.ts';

const types = { pdf: 'application/pdf', csv: 'text/csv; charset=utf-8' };

/** The answer that carries a sheet. `Location` names the delivery, where its arrival is confirmed. */
export function sendSheet(site: Site, organization: string, language: Language, sheet: Sheet): Response {
  const { batch, deliveryId, format } = sheet;
  const day = batch.createdAt.toISOString().slice(0, 10).replaceAll('-', '');
  const name = `activation-keys-${day}-${batch.productNumber.replaceAll(/[^A-Za-z0-9_-]/g, '_')}.${format}`;
  const chunks = format === 'pdf' ? pdfOf(site, sheet) : csvOf(site, language, sheet);
  return new Response(ReadableStream.from(chunks), {
    status: 201,
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      location: `/api/${site.id}/organizations/${organization}/activation-key-batches/${outsideId('batch', batch.id)}/deliveries/${outsideId('delivery', deliveryId)}`,
    },
  });
}
