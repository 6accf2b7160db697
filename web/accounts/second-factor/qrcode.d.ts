/** As much of the package's types as we use; it ships none. */
declare module 'qrcode' {
  export function create(text: string): { modules: { size: number; data: Uint8Array } };
}
