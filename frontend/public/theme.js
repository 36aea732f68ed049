/* global document, localStorage */
// Runs before the first paint, so that a chosen theme never flashes through the other one.
try {
  const chosen = localStorage.getItem('calmness.theme');
  document.documentElement.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
} catch {
  document.documentElement.dataset.theme = 'auto';
}
