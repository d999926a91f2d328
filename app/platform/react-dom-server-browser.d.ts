// react-dom exports this module; @types/react-dom declares its functions under its other name alone.
declare module 'react-dom/server.browser' {
  export { renderToReadableStream } from 'react-dom/server'
}
