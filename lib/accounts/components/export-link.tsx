/** Downloads everything the site keeps about whoever asks. */
export function ExportLink() {
  return (
    <p>
      <a href="/api/account/export" download>
        Download my data
      </a>
    </p>
  );
}
