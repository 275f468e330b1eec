/** The mark: a page with a turned corner and a prompt on it. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
      <path d="M5 4.5A2.5 2.5 0 0 1 7.5 2H20l7 7v18.500a2.5 2.5 0 0 1-2.5 2.500h-17A2.5 2.5 0 0 1 5 27.500z" fill="var(--accent)" />
      <path d="M20 2v5a2 2 0 0 0 2 2h5z" fill="var(--marker)" />
      <path d="m10.5 14.5 4 4-4 4M17 23h5" stroke="var(--accent-ink)" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
