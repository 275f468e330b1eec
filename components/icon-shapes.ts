// Shapes from lucide (ISC license, https://lucide.dev), 24 × 24, drawn as strokes. Kept as data so that a page ships an icon as plain SVG:
// lucide-react's own components are client components and would send their code along (docs/decisions).
type Shape = readonly (readonly [tag: 'path' | 'circle' | 'rect' | 'line' | 'polyline' | 'polygon', attributes: Readonly<Record<string, string>>])[];

export const iconShapes = {
  info: [['circle', {cx: '12', cy: '12', r: '10'}], ['path', {d: 'M12 16v-4'}], ['path', {d: 'M12 8h.01'}]],
  'circle-check': [['circle', {cx: '12', cy: '12', r: '10'}], ['path', {d: 'm16 9-5.5 5.5L8 12'}]],
  'triangle-alert': [['path', {d: 'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3'}], ['path', {d: 'M12 9v4'}], ['path', {d: 'M12 17h.01'}]],
  'circle-alert': [['circle', {cx: '12', cy: '12', r: '10'}], ['line', {x1: '12', x2: '12', y1: '8', y2: '12'}], ['line', {x1: '12', x2: '12.01', y1: '16', y2: '16'}]],
  'chevron-right': [['path', {d: 'm9 18 6-6-6-6'}]],
  check: [['path', {d: 'M20 6 9 17l-5-5'}]],
  lightbulb: [['path', {d: 'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5'}], ['path', {d: 'M9 18h6'}], ['path', {d: 'M10 22h4'}]],
  pencil: [['path', {d: 'M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z'}], ['path', {d: 'm15 5 4 4'}]],
  mountain: [['path', {d: 'm8 3 4 8 5-5 5 15H2L8 3z'}]],
  'arrow-right': [['path', {d: 'M5 12h14'}], ['path', {d: 'm12 5 7 7-7 7'}]],
  'arrow-left': [['path', {d: 'm12 19-7-7 7-7'}], ['path', {d: 'M19 12H5'}]],
  clock: [['circle', {cx: '12', cy: '12', r: '10'}], ['path', {d: 'M12 6v6l4 2'}]],
  play: [['path', {d: 'M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z'}]],
  copy: [['rect', {width: '14', height: '14', x: '8', y: '8', rx: '2', ry: '2'}], ['path', {d: 'M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2'}]],
  'list-checks': [['path', {d: 'M13 5h8'}], ['path', {d: 'M13 12h8'}], ['path', {d: 'M13 19h8'}], ['path', {d: 'm3 17 2 2 4-4'}], ['path', {d: 'm3 7 2 2 4-4'}]],
  printer: [['path', {d: 'M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2'}], ['path', {d: 'M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6'}], ['rect', {x: '6', y: '14', width: '12', height: '8', rx: '1'}]],
  bookmark: [['path', {d: 'M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z'}]],
  eye: [['path', {d: 'M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0'}], ['circle', {cx: '12', cy: '12', r: '3'}]],
  'cloud-off': [['path', {d: 'M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057'}], ['path', {d: 'M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78'}], ['path', {d: 'm2 2 20 20'}]],
  x: [['path', {d: 'M18 6 6 18'}], ['path', {d: 'm6 6 12 12'}]],
  ruler: [['path', {d: 'M21.3 15.3a2.4 2.4 0 0 1 0 3.4l-2.6 2.6a2.4 2.4 0 0 1-3.4 0L2.7 8.7a2.41 2.41 0 0 1 0-3.4l2.6-2.6a2.41 2.41 0 0 1 3.4 0Z'}], ['path', {d: 'm14.5 12.5 2-2'}], ['path', {d: 'm11.5 9.5 2-2'}], ['path', {d: 'm8.5 6.5 2-2'}], ['path', {d: 'm17.5 15.5 2-2'}]],
  'corner-down-right': [['path', {d: 'm15 10 5 5-5 5'}], ['path', {d: 'M4 4v7a4 4 0 0 0 4 4h12'}]],
  'circle-x': [['circle', {cx: '12', cy: '12', r: '10'}], ['path', {d: 'm15 9-6 6'}], ['path', {d: 'm9 9 6 6'}]],
  'circle-dashed': [['path', {d: 'M10.1 2.182a10 10 0 0 1 3.8 0'}], ['path', {d: 'M13.9 21.818a10 10 0 0 1-3.8 0'}], ['path', {d: 'M17.609 3.721a10 10 0 0 1 2.69 2.7'}], ['path', {d: 'M2.182 13.9a10 10 0 0 1 0-3.8'}], ['path', {d: 'M20.279 17.609a10 10 0 0 1-2.7 2.69'}], ['path', {d: 'M21.818 10.1a10 10 0 0 1 0 3.8'}], ['path', {d: 'M3.721 6.391a10 10 0 0 1 2.7-2.69'}], ['path', {d: 'M6.391 20.279a10 10 0 0 1-2.69-2.7'}]],
  hourglass: [['path', {d: 'M5 22h14'}], ['path', {d: 'M5 2h14'}], ['path', {d: 'M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22'}], ['path', {d: 'M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2'}]],
  wrench: [['path', {d: 'M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.106-3.105c.32-.322.863-.22.983.218a6 6 0 0 1-8.259 7.057l-7.91 7.91a1 1 0 0 1-2.999-3l7.91-7.91a6 6 0 0 1 7.057-8.259c.438.12.54.662.219.984z'}]],
  'book-open': [['path', {d: 'M12 5v16'}], ['path', {d: 'M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z'}]],
  'rotate-ccw': [['path', {d: 'M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8'}], ['path', {d: 'M3 3v5h5'}]],
} satisfies Record<string, Shape>;

export type IconName = keyof typeof iconShapes;
