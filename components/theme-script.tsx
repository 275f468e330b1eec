// Runs before first paint, so that a chosen theme never flashes the other one, and marks the page as having scripts (see .needs-script).
export const THEME_SCRIPT =
  "document.documentElement.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}";

/** Goes first in <body>. The content security policy allows it by its hash, so it must not change from page to page. */
export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />;
}
