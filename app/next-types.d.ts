// lets `tsc` know CSS modules and images before Next has written next-env.d.ts
/// <reference types="next" />
/// <reference types="next/image-types/global" />
