// The front page leads to the language that was used last, or to the first of the browser's that there is.
const links = [...document.querySelectorAll('a[hreflang]')];
const offered = (wanted) => {
  const [language] = wanted.toLowerCase().split('-');
  return links.find((link) => link.hreflang.toLowerCase().split('-')[0] === language);
};

let last = null;
try {
  last = localStorage.getItem('snowlight-locale');
} catch (error) {
  // No storage here: the browser's languages decide.
}
const wanted = last ? [last] : navigator.languages || [navigator.language || ''];
const link = wanted.map(offered).find(Boolean) || links[0];
location.replace(link.href);
