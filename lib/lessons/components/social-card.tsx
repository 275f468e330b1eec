import { cardColors } from './social-card-colors';

/** The picture that links to a page show, 1200 × 630. Drawn by satori: flex boxes and inline styles only. */
export function SocialCard({ above, title, summary }: { above: string; title: string; summary: string }) {
  const { paper, ink, soft, accent, marker } = cardColors;
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width: '100%', height: '100%', padding: '72px 80px', background: paper, color: ink, borderTop: `20px solid ${accent}` }}>
      <div style={{ display: 'flex', fontSize: 34, color: accent }}>{above}</div>
      <div style={{ display: 'flex', marginTop: 28, fontSize: title.length > 34 ? 76 : 96, fontWeight: 700, lineHeight: 1.05, letterSpacing: -3 }}>{title}</div>
      <div style={{ display: 'flex', marginTop: 32, maxWidth: 940, fontSize: 36, lineHeight: 1.35, color: soft }}>{summary}</div>
      <div style={{ display: 'flex', alignItems: 'center', marginTop: 'auto', fontSize: 32, fontWeight: 700 }}>
        <div style={{ display: 'flex', width: 44, height: 18, marginRight: 18, background: marker }} />
        Coursewright
      </div>
    </div>
  );
}
