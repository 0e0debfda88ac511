/** Request bodies gzipped where the browser can; null where it cannot, and the text goes as it is. */
export type Compress = (text: string) => Promise<Uint8Array<ArrayBuffer> | null>;

export const gzipText: Compress = async (text) => {
  if (typeof CompressionStream === 'undefined') return null;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};
