import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Coursewright',
    short_name: 'Coursewright',
    description: 'Interactive programming courses: read, run, practice.',
    start_url: '/',
    display: 'minimal-ui',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/apple-icon.png', type: 'image/png', sizes: '180x180' },
    ],
  };
}
