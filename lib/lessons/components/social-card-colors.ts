/** The light tokens of app/tokens.css in sRGB: satori, which draws the social cards, knows neither custom properties nor OKLCH. */
export const cardColors = { paper: '#fbf8f1', ink: '#1a2233', soft: '#475064', accent: '#0b626b', marker: '#f2da7e' };
