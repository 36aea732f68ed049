/* eslint-disable no-restricted-syntax -- a file has no other name to be imported by than the default one */
/** Files that are carried in the bundle as a string (see `textAssets` in the bundler's configuration). */
declare module '*.html' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
/** Fonts, in base64. */
declare module '*.woff2' {
  const base64: string;
  export default base64;
}
/** A mail layout, compiled to HTML while building; its slots are still to be filled. */
declare module '*.mjml' {
  const html: string;
  export default html;
}
