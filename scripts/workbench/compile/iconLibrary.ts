import type { Plugin } from 'rollup';

const MODULE = /^lightning\/iconSvgTemplates(Action|Custom|Doctype|Standard|Utility)(Rtl)?$/;

/**
 * The icon component takes a library of one compiled template per icon: 14 MB of source, most of
 * the time a compile takes. This puts a library in its place that makes a template from the SLDS
 * sprite when an icon is asked for.
 */
export function spriteIcons(): Plugin {
  return {
    name: 'workbench-sprite-icons',
    resolveId(importee) {
      return MODULE.test(importee) ? `\0${importee}` : undefined;
    },
    load(id) {
      const category = MODULE.exec(id.slice(1))?.[1]?.toLowerCase();
      return id.startsWith('\0') && category ? libraryCode(category) : undefined;
    }
  };
}

function libraryCode(category: string): string {
  return `
import { registerTemplate } from 'lwc';
const sprite = '/assets/icons/${category}-sprite/svg/symbols.svg';
const templates = new Map();
function template(name) {
  function icon(api, component) {
    const attrs = { focusable: 'false', 'data-key': name, 'aria-hidden': 'true', part: 'icon' };
    const use = api.h('use', { attrs: { href: sprite + '#' + name }, key: 1, svg: true }, []);
    return [api.h('svg', { className: component.computedClass, attrs, key: 0, svg: true }, [use])];
  }
  icon.stylesheets = [];
  return registerTemplate(icon);
}
export default new Proxy({}, {
  get(_, key) {
    // A promise that carries the library asks it for 'then'.
    if (!String(key).startsWith('${category}_')) return undefined;
    const name = String(key).slice('${category}_'.length);
    if (!templates.has(name)) templates.set(name, template(name));
    return templates.get(name);
  }
});`;
}
