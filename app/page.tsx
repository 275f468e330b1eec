export default function HomePage() {
  return <h1>Coursewright</h1>;
}
