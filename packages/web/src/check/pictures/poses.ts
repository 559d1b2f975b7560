/** Where the joints are, on 360 by 190. */
import type { Pose } from './figure.tsx';

export const DOWNSTAIRS: Pose = {
  head: [160, 18],
  shoulder: [152, 48],
  hip: [148, 94],
  nearArm: [
    [142, 72],
    [150, 94],
  ],
  farArm: [
    [172, 68],
    [186, 86],
  ],
  nearLeg: [
    [186, 106],
    [165, 136],
    [180, 140],
  ],
  farLeg: [
    [170, 132],
    [176, 166],
    [192, 172],
  ],
};

export const WALKING: Pose = {
  head: [182, 17],
  shoulder: [179, 46],
  hip: [176, 92],
  nearArm: [
    [164, 68],
    [170, 92],
  ],
  farArm: [
    [194, 66],
    [204, 86],
  ],
  nearLeg: [
    [192, 128],
    [192, 168],
    [208, 172],
  ],
  farLeg: [
    [168, 130],
    [146, 160],
    [154, 172],
  ],
};

export const HOPPING: Pose = {
  head: [184, 14],
  shoulder: [180, 42],
  hip: [176, 86],
  nearArm: [
    [160, 62],
    [172, 82],
  ],
  farArm: [
    [198, 60],
    [208, 46],
  ],
  nearLeg: [
    [190, 116],
    [178, 150],
    [192, 156],
  ],
  farLeg: [
    [194, 108],
    [168, 126],
    [160, 136],
  ],
};

export const SITTING: Pose = {
  head: [152, 26],
  shoulder: [150, 56],
  hip: [150, 104],
  nearArm: [
    [146, 82],
    [168, 98],
  ],
  farArm: [
    [158, 82],
    [178, 100],
  ],
  nearLeg: [
    [200, 104],
    [206, 148],
    [222, 150],
  ],
  farLeg: [
    [196, 108],
    [190, 152],
    [206, 156],
  ],
};

export const LIFTING: Pose = {
  head: [66, 142],
  shoulder: [94, 148],
  hip: [142, 150],
  nearArm: [
    [112, 158],
    [134, 160],
  ],
  farArm: [
    [112, 160],
    [134, 162],
  ],
  nearLeg: [
    [196, 126],
    [250, 102],
    [256, 86],
  ],
  farLeg: [
    [190, 152],
    [246, 158],
    [254, 146],
  ],
};

export const LYING: Pose = {
  head: [72, 132],
  shoulder: [100, 142],
  hip: [152, 146],
  nearArm: [
    [122, 138],
    [140, 150],
  ],
  farArm: [
    [118, 150],
    [142, 154],
  ],
  nearLeg: [
    [200, 124],
    [238, 150],
    [252, 144],
  ],
  farLeg: [
    [206, 150],
    [262, 152],
    [270, 140],
  ],
};
