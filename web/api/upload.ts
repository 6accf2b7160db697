/** A way to send a form that tells how much of it has gone out (0 to 1), which `fetch` cannot; for openapi-fetch's `fetch`. */
export function sendWithProgress(
  form: FormData,
  onProgress: (share: number) => void,
): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise((resolve, reject) => {
      const exchange = new XMLHttpRequest();
      exchange.open(request.method, request.url);
      exchange.responseType = 'arraybuffer';
      const language = request.headers.get('accept-language');
      if (language) exchange.setRequestHeader('accept-language', language);
      exchange.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total > 0) onProgress(loaded / total);
      });
      exchange.upload.addEventListener('load', () => onProgress(1));
      exchange.addEventListener('load', () => resolve(responseOf(exchange)));
      // As `fetch` does when nothing comes back.
      for (const end of ['error', 'abort', 'timeout'] as const)
        exchange.addEventListener(end, () => reject(new TypeError('the upload did not arrive')));
      exchange.send(form);
    });
}

function responseOf(exchange: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of exchange.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const body: unknown = exchange.response;
  return new Response(body instanceof ArrayBuffer ? body : null, { status: exchange.status, headers });
}
