/** What the server calls a file that it sends; in plain letters. */
export function fileNameIn({ headers }: Response): string | null {
  return /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? null;
}
