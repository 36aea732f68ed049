/** The browser comes from the system (tools/chromium.mjs); npm never downloads one. */
module.exports = { skipDownload: true };
