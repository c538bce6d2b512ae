import type { LightningElement } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { bareWire } from './data/bareWire';
import { currentPage, navigate, onPageChange, urlOf } from './data/location';

export const CurrentPageReference = bareWire(currentPage, onPageChange);

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// TypeScript allows a mixin only over a constructor of any arguments.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...args: any[]) => LightningElement;

function mixin<Base extends Constructor>(base: Base) {
  return class extends base {
    [Navigate](page: PageReference, replace?: boolean): void {
      navigate(page, replace);
    }
    async [GenerateUrl](page: PageReference): Promise<string> {
      return urlOf(page);
    }
  };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });
