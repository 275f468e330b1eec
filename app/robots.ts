import type { MetadataRoute } from 'next';
import { env } from '@/lib/platform/env';

export const dynamic = 'force-static';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/account', '/admin', '/classrooms', '/quality', '/courses/*/*/report', '/sign-in'] },
    sitemap: new URL('/sitemap.xml', env().SITE_URL).href,
  };
}
