/** Icons on a 24 grid: flat strip ends and 45-degree turns, like a folded pandan strip. */
const PATHS = {
  alert: 'M12 3l10 18H2zM12 10v5M12 18v.5',
  bank: 'M3 9l9-6 9 6zM5 9v9M10 9v9M14 9v9M19 9v9M3 21h18',
  basket: 'M3 9h18l-2 11H5zM7 9l5-6 5 6M8.5 12.5v4M12 12.5v4M15.5 12.5v4',
  boat: 'M3 14h18l-3 6H6zM12 14V3l7 8h-7M8 11V7',
  book: 'M12 6L8 4H3v14h5l4 2 4-2h5V4h-5zM12 6v14',
  calendar: 'M4 5h16v16H4zM4 10h16M8 2v5M16 2v5M8 14h3M13 14h3M8 17.5h3',
  camera: 'M3 7h4l2-3h6l2 3h4v13H3zM12 10l3 3-3 3-3-3z',
  card: 'M2 5h20v14H2zM2 10h20M6 15h5',
  chart: 'M4 3v18h17M8 17v-5M12 17V8M16 17v-7M20 17V6',
  chat: 'M3 4h18v13H10l-5 4v-4H3zM8 9h8M8 12.5h5',
  check: 'M4 12l6 6L20 6',
  clock: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7v6h4',
  copy: 'M8 8h12v13H8zM16 8V3H4v13h4',
  cross: 'M5 5l14 14M19 5L5 19',
  dashboard: 'M3 3h8v8H3zM13 3h8v5h-8zM13 10h8v11h-8zM3 13h8v8H3z',
  down: 'M4 8l8 8 8-8',
  download: 'M12 3v12M6 10l6 6 6-6M4 21h16',
  edit: 'M4 20v-5L15 4l5 5L9 20zM12 7l5 5',
  external: 'M10 5H4v15h15v-6M14 3h7v7M21 3l-9 9',
  eye: 'M2 12l6-6h8l6 6-6 6H8zM12 9l3 3-3 3-3-3z',
  filter: 'M3 5h18M6 12h12M10 19h4',
  home: 'M3 12l9-8 9 8M6 10v10h12V10M10 20v-6h4v6',
  image: 'M3 4h18v16H3zM3 17l6-6 5 5 3-3 4 4M15 8h1v1h-1z',
  info: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 11v6M12 7v.5',
  key: 'M3 8l4-4 4 4-4 4zM9 10l11 11M14 15l3-3M17 18l2-2',
  language: 'M3 5h10M8 3v2M11 5c0 4-4 8-8 9M5 8c1 3 4 5 7 6M13 21l4-10 4 10M14.5 17.5h5',
  leaf: 'M4 20L20 4M20 4h-7L6 11v7h7l7-7z',
  left: 'M19 12H5M11 6l-6 6 6 6',
  list: 'M9 6h12M9 12h12M9 18h12M3 5h2v2H3zM3 11h2v2H3zM3 17h2v2H3z',
  lock: 'M4 11h16v10H4zM8 11V6l3-3h2l3 3v5M12 15v3',
  mail: 'M3 5h18v14H3zM3 6l9 7 9-7',
  map: 'M12 22l-6-9V7l3-4h6l3 4v6zM12 8v3',
  mat: 'M4 5h16v4H4zM6 9v6h12V9M4 15h16v4H4zM6 12h12',
  mic: 'M9 4l3-2 3 2v7l-3 2-3-2zM5 10v3l5 4h4l5-4v-3M12 17v5',
  minus: 'M4 12h16',
  parcel: 'M3 8l9-5 9 5v9l-9 5-9-5zM3 8l9 5 9-5M12 13v9M7.5 5.5l9 5',
  people: 'M9.5 4h5v5h-5zM6 20v-5l3-3h6l3 3v5M3 8h3v3M1.5 18v-3l2-2M21 8h-3v3M22.5 18v-3l-2-2',
  person: 'M9 3h6v6H9zM4 21v-6l3-3h10l3 3v6',
  phone: 'M3 4l4-1 4 6-3 3 4 4 3-3 6 4-1 4h-4L3 8z',
  play: 'M7 4l13 8-13 8z',
  plus: 'M12 4v16M4 12h16',
  print: 'M7 8V3h10v5M4 8h16v9h-3M7 17H4V8M7 14h10v7H7z',
  question: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 10V8l2-2h2l2 2v2l-3 2v2M12 17v.5',
  refresh: 'M20 9l-3-4H8L4 10M4 15l3 4h9l4-5M20 4v5h-5M4 20v-5h5',
  right: 'M5 12h14M13 6l6 6-6 6',
  ruler: 'M2 8h20v8H2zM6 8v4M10 8v3M14 8v4M18 8v3',
  save: 'M6 3h12v18l-6-5-6 5z',
  search: 'M10 3h3l5 5v3l-5 5h-3l-5-5V8zM15.5 15.5L21 21',
  shield: 'M12 2l8 3v8l-8 9-8-9V5zM8.5 11.5l2.5 2.5 4.5-4.5',
  sparkle: 'M12 2v6M12 16v6M2 12h6M16 12h6M6 6l2 2M16 16l2 2M18 6l-2 2M8 16l-2 2',
  star: 'M12 3l3 6 6 1-4.5 4.5L18 21l-6-3-6 3 1.5-6.5L3 10l6-1z',
  table: 'M3 4h18v16H3zM3 9h18M3 14h18M9 9v11',
  tag: 'M3 3h8l10 10-8 8L3 11zM7 7h1v1H7z',
  trash: 'M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7',
  truck: 'M2 6h12v11H2zM14 10h5l3 4v3h-8M6 17v3h3v-3M16 17v3h3v-3',
  undo: 'M9 4L3 10l6 6M3 10h13l4 4v6',
  upload: 'M12 17V4M6 9l6-6 6 6M4 21h16',
  wallet: 'M3 6h15v3h3v11H3zM16 13h5v3h-5z',
} as const

export type IconName = keyof typeof PATHS

/** Grows with the letters beside it: 16 px to the rem at the size everybody begins with. */
const inLetters = (pixels: number) => `${pixels / 16}rem`

/** Decorative by design: an icon never stands without a word beside it or a hidden one. */
export function Icon({ name, size = 24, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 24 24"
      width={inLetters(size)}
      height={inLetters(size)}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
