const refused = 'script, iframe, frame, object, embed, base, meta, link, style, template';
const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href']);

/**
 * A plugin's fragment as nodes. The plugin's template has escaped its values and the content security policy runs no inline script;
 * this takes out, once more, whatever could act or reach another origin.
 */
export function cleanFragment(text: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  parsed.querySelectorAll(refused).forEach(element => element.remove());
  for (const element of parsed.body.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on') || name === 'srcdoc' || name === 'style' || (addresses.has(name) && !isPlainAddress(value))) {
        element.removeAttribute(name);
      }
    }
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...parsed.body.childNodes);
  return fragment;
}

function isPlainAddress(value: string): boolean {
  return /^(#|\/(?!\/)|\.{0,2}\/(?!\/)|https?:\/\/[^/]+)/i.test(value.trim()) && !/[\u0000-\u001f]/.test(value);
}
