// The platform's imitation of shadow roots, or nothing. It takes hold of the DOM's own functions, so
// this is the page's first script.
import 'workbench/syntheticShadow';
