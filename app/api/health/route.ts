/** Whether this process answers at all: restart it when it does not. */
export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
}
