'use client';

import { lazyAfterIntent } from '@/components/lazy-after-intent';

/** The exercise's form, interactive once somebody uses the page. */
export const PanelForm = lazyAfterIntent(() => import('./panel-form').then((module) => module.PanelForm));
