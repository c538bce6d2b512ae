// Unit-test double of `lightning/platformUtilityBarApi`, which the preset lacks.
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
import type { TestWire } from './graphql';

export const EnclosingUtilityId: TestWire = createTestWireAdapter(jest.fn());

export const open = jest.fn().mockResolvedValue(true);
export const minimize = jest.fn().mockResolvedValue(true);
export const getInfo = jest.fn().mockResolvedValue({});
export const getAllUtilityInfo = jest.fn().mockResolvedValue([]);
export const updateUtility = jest.fn().mockResolvedValue(true);
export const updatePanel = jest.fn().mockResolvedValue(true);
export const onUtilityClick = jest.fn().mockResolvedValue(true);
export const enablePopout = jest.fn().mockResolvedValue(true);
export const enableModal = jest.fn().mockResolvedValue(true);
export const isUtilityPoppedOut = jest.fn().mockResolvedValue(false);
