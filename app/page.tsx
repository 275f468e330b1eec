import type { Metadata } from 'next';
import { HomePage } from '@/lib/lessons/components/home-page';
import { loadHome } from '@/lib/lessons/loaders';

export const metadata: Metadata = { alternates: { canonical: '/' } };

export default async function Home() {
  return <HomePage {...await loadHome()} />;
}
