'use client';

import { lazyAfterIntent } from '@/components/lazy-after-intent';
import './panel-form.module.css'; // the look cannot wait for the script

/** The exercise's form, interactive once somebody uses the page. */
export const PanelForm = lazyAfterIntent(() => import('./panel-form').then((module) => module.PanelForm));
