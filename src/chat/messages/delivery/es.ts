import type { DeliveryMessages } from './en.ts';

export const delivery: DeliveryMessages = {};
