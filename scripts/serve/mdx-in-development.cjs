// For `npm run dev` only (next.config.mjs): a text that cannot be compiled becomes one sentence in its place, so that the page
// stays, and with it the author bar, which says what is wrong. Otherwise Next would answer every lesson with 500.
const compile = require('@next/mdx/mdx-js-loader.js');

const UNREADABLE = `export default function Unreadable() {
  return <p data-unreadable>This text cannot be shown before its MDX is mended. The author bar says where.</p>;
}`;

module.exports = function compileOrSay(...source) {
  const answer = this.async();
  const context = new Proxy(this, {
    get: (target, name) => (name === 'async' ? () => (error, ...result) => (error ? answer(null, UNREADABLE) : answer(null, ...result)) : Reflect.get(target, name)),
  });
  compile.apply(context, source);
};
