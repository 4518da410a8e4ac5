/** Our own lint rules: who may import whom, and what files and folders may be called. */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageOwners, roomOf, rooms } from './rooms.js';

const src = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src');
const unwantedNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'types', 'dto', 'services', 'managers', 'index']);

/** The path below `src` with forward slashes; `null` when the file lies elsewhere. */
function belowSrc(file) {
  const path = relative(src, file).replaceAll('\\', '/');
  return path.startsWith('..') || path === '' ? null : path;
}

/** The sentence that says why an import is refused; `null` when it is allowed. */
function whyRefused(file, specifier) {
  const path = belowSrc(file);
  if (path === null || /\.test\.tsx?$/.test(path)) return null;
  const from = roomOf(path);
  if (from === null) return `src/${path} stands in no room: give its folder a row in lint/rooms.js.`;
  return specifier.startsWith('.') ? whyFileRefused(from, file, specifier) : whyPackageRefused(from, specifier);
}

function whyFileRefused(from, file, specifier) {
  const target = belowSrc(resolve(dirname(file), specifier));
  if (target === null) return `src imports only src: ${specifier} lies outside.`;
  const to = roomOf(target);
  if (to === null) return `src/${target} stands in no room: give its folder a row in lint/rooms.js.`;
  return from === to || rooms[from].includes(to) ? null : `${from} may not import ${to}.`;
}

function whyPackageRefused(from, specifier) {
  if (from === 'domain' || from.startsWith('domain/')) return `The domain uses no package and nothing of Node: ${specifier}.`;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const owners = packageOwners[name];
  return owners === undefined || owners.includes(from) ? null : `${from} may not import ${name}: it belongs to ${owners.join(', ')}.`;
}

const arrows = {
  create(context) {
    const check = (node) => {
      if (!node) return;
      if (node.type !== 'Literal' || typeof node.value !== 'string') {
        if (belowSrc(context.filename))
          context.report({ node, message: 'An import names its file in plain text, so that its arrow can be checked.' });
        return;
      }
      const why = whyRefused(context.filename, node.value);
      if (why !== null) context.report({ node, message: why });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    };
  },
};

const names = {
  create(context) {
    return {
      Program(node) {
        const path = belowSrc(context.filename);
        const unwanted = path
          ?.split('/')
          .map((part) => part.replace(/\..*$/, ''))
          .find((part) => unwantedNames.has(part));
        if (unwanted) context.report({ node, message: `«${unwanted}» says nothing: name the file or folder for what it does.` });
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { arrows, names } };
