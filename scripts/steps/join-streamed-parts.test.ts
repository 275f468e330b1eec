import { expect, test } from 'vitest';
import { joinStreamedParts } from './join-streamed-parts';

const runtime = '$RB=[];$RV=function(a){for(var b=0;b<a.length;b+=2){}};$RC=function(a,b){};';
const hole = (id: string) => `<!--$?--><template id="B:${id}"></template><!--/$-->`;

test('parts written at the end go where they belong, and their scripts go', () => {
  const html = `<main><p>a</p>${hole('0')}<p>b</p>${hole('1')}</main><div hidden id="S:0"><div>$1 <b>x</b></div></div><script>${runtime}$RC("B:0","S:0")</script><div hidden id="S:1"><i>y</i></div><script>$RC("B:1","S:1")</script><script>self.__next_f.push([1])</script>`;
  expect(joinStreamedParts(html)).toBe(
    '<main><p>a</p><!--$--><div>$1 <b>x</b></div><!--/$--><p>b</p><!--$--><i>y</i><!--/$--></main><script>self.__next_f.push([1])</script>',
  );
});

test('a page without such parts stays as it is', () => {
  expect(joinStreamedParts('<main><!--$--><p>a</p><!--/$--></main>')).toBe('<main><!--$--><p>a</p><!--/$--></main>');
});

test('a part with no place, or a place with a fallback, leaves the page alone', () => {
  const part = `<div hidden id="S:0"><i>y</i></div><script>${runtime}$RC("B:0","S:0")</script>`;
  for (const html of [`<main></main>${part}`, `<main><!--$?--><template id="B:0"></template><p>wait</p><!--/$--></main>${part}`]) {
    expect(joinStreamedParts(html)).toBe(html);
  }
});
