export async function benchHttp(_: string): Promise<string> {
  return ''
}
