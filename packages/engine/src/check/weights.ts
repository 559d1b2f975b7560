/**
 * How much each answer speaks for a condition: natural logarithms of likelihood ratios against the average of the
 * others, `yes/no`; `@` lines hold for a whole class. `*` rests on a source (`weight-sources.ts`), the rest is our
 * choice. Bare names are places; `else` where none of those tapped is listed; `q:v` is an item of a list.
 * Findings overlap, so the shares that come of this order explanations; they are no calibrated risks.
 */
export const WEIGHTS: Readonly<Record<string, string>> = {
  '@overuse':
    'onset=gradual .3, onset=injury -.9, hot=yes -2.5, fever=yes -2.5, swelling=clear -1.3, swelling=huge -2.5, walking=cannot -2.5, walking=limping -.4, locks=locked-now -3, locks=sticks -1, gives-way=unstable -1.2, lump=bone -3, lump=behind -1.5, calf=yes -1.5, pop=yes -1.2, systemic=yes -1, foot=now -3, foot=runs -1, numb=leg -1.2, numb=foot-drop -3, numb=saddle -4, straight-leg=no -3, night=wakes -.7, rest=constant -.6, bone-spot=shin -1.3, bone-spot=thigh -1.3, hop=deep -1.5, stiff-min>=60 -1, hip-twist=yes -.8, exertional=yes -1, joints=yes -.8, swell-speed=two-hours -2, tried-result=same -.3, tried-result=worse -.5',
  '@bone':
    'onset=gradual .4, onset=injury -.8, spot=point .5, spot=all-over -.4, rest=constant 1.0, rest=none -.5, night=wakes .9, walking=limping .8, walking=cannot .8, hop=deep 1.5, hop=fine -1.5, JUMP .7/-.6, BONERISK 1.2*/-.3, runner=high .5, tried-result=same .6, tried-result=worse .8, course=worse .5, course=better -.5, timing=warms-up -.6, timing=builds .4, locks=sticks -1, swelling=clear -.6, swelling=huge -1.5, hot=yes -1, fever=yes -2, hurts:walking .8/-.3, hurts:jumping .3, hurts:sitting -.4, snap=outer -.7, snap=front-inner -.7, hip-twist=yes -.6',
  '@joint':
    'onset=injury .7, onset=gradual -.3, event=twist .9, hurts:twisting 1.2/-.5, hurts:squat .5/-.2, hurts:sitting -.3, locks=never -.4, locks=catches .7*, locks=sticks 1.7, locks=locked-now 2.5, swelling=none -.4, swelling=slight .6, swelling=clear .8, swell-speed=day .7, gives-way=pain-buckle .3*, spot=point .3*, bend=no .5, timing=fixed -.5, hot=yes -1.5, fever=yes -2.5, night=turning .3',
  '@injury':
    'onset=injury 2.2, onset=gradual -2.8, weeks<3 .6, weeks>=26 -.8, hot=yes -1, fever=yes -2.5, rest=constant -.3, timing=fixed -1, timing=warms-up -.8',
  pfp: 'kneecap 1.5, front 1.1, inner-kneecap-edge .5, beside-tendon .4, deep .3, below-kneecap .1, above-kneecap -.3, else -2.2, spot=palm .3, spot=point -.4, hurts:stairs-down .9/-.6, hurts:stairs-up .5, hurts:squat .6*/-1.6*, hurts:sitting .9/-.3, hurts:kneeling .4, hurts:downhill .6, hurts:walking -.4, hurts:twisting -.6, side=both .4, timing=fixed -.3',
  itb: 'bone-spot=outer-point 1.2, outer-above 1.9, outer 1.4, outer-line .5, outer-below -.6, hip -1, else -2.8, spot=point .3, timing=fixed 1.5, timing=builds .3, timing=start -.6, timing=warms-up -.6, timing=after -.4, hurts:downhill .9/-.2, hurts:stairs-down .3, hurts:sitting -.6, hurts:squat -.4, hurts:walking -.7/.3, hurts:twisting -.6, load:longer .4, load:hills .3, side=both -.4',
  'patellar-tendon':
    'below-kneecap 1.9, front .5, shin-bump -.3, kneecap -.3, beside-tendon .2, else -3, spot=point .7, spot=palm -.5, spot=all-over -1, timing=warms-up .9, hurts:jumping 1.1/-.5, hurts:squat .4/-.8, hurts:speed .6, hurts:downhill .3, load:faster .3, medicines:quinolone .8',
  'quad-tendon':
    'above-kneecap 2.3, front .2, lower-thigh -.5, kneecap -.3, else -3, timing=warms-up .7, hurts:squat .6/-.5, hurts:stairs-up .5, hurts:uphill .4, hurts:jumping .5, medicines:quinolone .8, medicines:steroid .5',
  'fat-pad':
    'beside-tendon 2.2, below-kneecap .9, front .5, kneecap .1, else -2.8, hurts:straightening 1.4/-.5, hurts:kneeling .5, hurts:sitting -.3, swelling=slight .4',
  plica:
    'inner-kneecap-edge 2.2, inner-above .5, inner .5, front .3, kneecap .3, inner-line -.3, else -2.8, snap=front-inner 1.8, snap=none -.4, locks=catches .6, hurts:sitting .4, hurts:squat .4, hurts:stairs-up .3, timing=fixed .3, event=blow-or-fall .5',
  'pes-anserine':
    'inner-below 2.0, inner .5, inner-line -.4, else -2.8, hurts:stairs-up .8, hurts:stairs-down .3, night=turning .4, spot=palm .3, swelling=slight .3',
  'meniscus-medial': 'inner-line 1.9, inner 1.0, back-inner .7, deep .5, back .2, inner-below -.5, else -2.5',
  'meniscus-lateral':
    'outer-line 1.9, outer .5, back-outer .5, deep .4, outer-above -.7, outer-below -.8, else -2.6',
  oa: 'deep .7, inner-line .6, inner .5, kneecap .3, front .3, outer-line .2, outer 0, back 0, back-middle .1, else -1.5, stiff-min>=30 -.8, stiff-min>=1 .5, onset=gradual .6, onset=injury -1.2, weeks>=12 .8, weeks<4 -.7, swelling=slight .4, hurts:walking .5/-.3, hurts:stairs-down .3, timing=start .3, timing=fixed -.6, course=comes-and-goes .4, history:operation .6, history:ligament .6, hot=yes -1, fever=yes -2.5, locks=locked-now -1',
  popliteus:
    'back-outer 1.7, outer-line .2, back .4, outer .2, outer-below .2, else -2.8, hurts:downhill 1.1/-.3, hurts:twisting .5',
  'biceps-femoris':
    'outer-below 1.5, back-outer 1.4, outer .4, back .5, else -2.8, snap=outer 1.8, hurts:speed .8, hurts:uphill .3, hurts:sitting .3',
  'baker-cyst':
    'back-middle 1.6, back 1.3, back-inner .9, calf .1, else -2.8, lump=behind 2.8, lump=none -.8, swelling=slight .3, swelling=clear .5, hurts:squat .4, hurts:straightening .5, history:arthritis .4, onset=injury -.8, hot=yes -1, fever=yes -2, spot=palm .3',
  'collateral-sprain':
    'inner-above 1.2, inner .9, inner-line .6, inner-below .3, outer .3, outer-line .3, outer-below .3, else -2, event=twist .5, event=blow-or-fall .7, gives-way=unstable .4, swelling=slight .3, swelling=huge -.6, hurts:twisting .5, swell-speed=two-hours -.5',
  'cruciate-tear':
    'deep 1, back .2, front .1, outer .1, inner .1, kneecap 0, else -1, pop=yes .8*, pop=no -.7*, swell-speed=two-hours 1.8*, swell-speed=day .5, swell-speed=later -1, swelling=huge .9, swelling=clear .6, swelling=none -1.4, gives-way=unstable 1.5, gives-way=never -.6, event=twist .8, event=landing .8, event=kneecap-out -2',
  'kneecap-dislocation':
    'kneecap .9, inner-kneecap-edge 1, front .9, deep .2, else -2, event=kneecap-out 5, event=twist -.4, event=other -1, event=blow-or-fall -1, event=landing -1, swell-speed=two-hours 1, history:dislocation 2',
  'extensor-rupture':
    'above-kneecap .9, below-kneecap .9, front .8, kneecap .5, shin-bump .4, else -2.5, straight-leg=no 4.5, straight-leg=yes -4, onset=sudden 1, onset=injury 1.2, onset=gradual -2.5, event=push-off .9, walking=cannot 1.2, walking=normal -1.5, pop=yes .7, medicines:quinolone 1, medicines:steroid .8, gives-way=unstable .6',
  fracture:
    'deep .2, kneecap .2, front .2, shin-bump .5, outer-below .3, inner-below .3, below-kneecap .3, else -.8, walking=cannot 2, walking=normal -1.5, event=blow-or-fall 1.2, event=landing .4, bone-spot=kneecap 1, bone-spot=fibula 1, bone-spot=bump .8, bone-spot=none -1.2, bend=no 1, swell-speed=two-hours .9, straight-leg=no 1, swelling=none -1',
  'bsi-tibia':
    'inner-below 1.5, shin 1.2, inner .8, shin-bump .4, inner-line .2, below-kneecap .2, front 0, lower-leg .5, outer-below .1, outer -.3, deep -.3, else -1.8, bone-spot=shin 1.9, bone-spot=none -1.3',
  'bsi-femur':
    'thigh 1.9, lower-thigh 1.6, inner-above .9, groin .3, hip 0, front -.3, inner -.1, deep .2, else -1.8, bone-spot=thigh 1.9, bone-spot=none -.6',
  'bsi-patella':
    'kneecap 1.0, below-kneecap .8, front .8, else -3, bone-spot=kneecap 1.7, bone-spot=none -1.3, hurts:squat .3, hurts:sitting 0, hurts:jumping .5',
  'bsi-femoral-neck':
    'groin 2.2, hip 1.6, thigh .9, buttock .2, lower-thigh 0, deep -.8, front -1.5, else -2.5, hip-twist=yes 1.2, hip-twist=no -.7',
  'subchondral-bone':
    'inner-above .9, inner .9, inner-line .8, deep .6, front .2, above-kneecap .1, kneecap .1, lower-thigh .2, else -1.5, onset=sudden .8, onset=injury -.6, night=wakes 1, rest=constant 1, walking=limping .7, swelling=slight .4, swelling=clear .3, medicines:steroid 1.3, history:operation .4, hop=fine -.6, course=worse .4, hurts:walking .6, hot=yes -1, fever=yes -2, tried-result=same .3',
  'osgood-schlatter':
    'shin-bump 2.6, front .7, below-kneecap .2, else -2.5, bone-spot=bump 2.3, hurts:kneeling .9, hurts:jumping .6, hurts:squat .3, growing=yes .5, growing=no -1.5',
  'sinding-larsen':
    'below-kneecap 2.0, front .7, kneecap -.1, shin-bump -.5, else -2.5, hurts:jumping .6, hurts:kneeling .3, bone-spot=kneecap .8, growing=yes .5, growing=no -1.5',
  'slipped-hip':
    'thigh 1.8, groin 1.6, hip 1.5, lower-thigh 1, deep 0, front -.3, inner -.2, kneecap -.5, else -.8, hip-twist=yes 2.5, hip-twist=no -2.5, walking=limping 1.4, walking=cannot 1.4, walking=normal -1, onset=gradual .3, swelling=slight -.8, swelling=clear -2, swelling=huge -2.5, fever=yes -1.5',
  'loose-body':
    'deep 1, inner-above .8, front .6, inner .6, kneecap .3, inner-line .3, outer .2, else -1.5, onset=gradual .2, onset=injury .2, event=twist 0, hurts:twisting .2, weeks>=8 .3, growing=yes .3',
  tumour:
    'lower-thigh .8, thigh .4, shin .3, inner-above .3, outer-above .2, inner-below .2, else 0, night=wakes 1.4*, night=none -.2*, lump=bone 4, lump=soft 1, lump=none -.5*, rest=constant 1.3, rest=none -.6, course=worse .6, course=better -1.2, systemic=yes 1, walking=limping .5, weeks>=6 .4, weeks<2 -1, tried-result=same .6, tried-result=worse .8, side=both -2, history:cancer 2, timing=warms-up -.7, timing=fixed -.7, fever=yes .3, hop=deep .3',
  'joint-infection':
    'deep .5, kneecap .2, front .2, groin -1, hip -1, shin -1, calf -1, outer -.5, else 0, fever=yes 3, fever=no -.6*, hot=yes 2.5, hot=no -1.2, swelling=clear 1.2, swelling=huge 1.5, swelling=none -2, infection-risk=yes 1.5, walking=cannot 1.5, walking=limping .6, weeks<3 .8, weeks>=6 -1.5, onset=injury -.5, bend=no .8, night=wakes .6, rest=constant .9',
  'blood-clot':
    'calf 2.5, lower-leg 2, back-middle .6, back .6, thigh .3, else -2, calf=yes 3, calf=no -.6*, clot-risk=yes .8*, hot=yes .3, rest=constant .5, breath=yes 2, exertional=yes -1, onset=injury -.5',
  'inflammatory-joint':
    'deep .4, groin -.5, hip -.5, calf -1.5, shin -1, outer -.5, else 0, stiff-min>=60 .9, stiff-min>=30 1.2, stiff-min<15 -.6, joints=yes 2.2, joints=no -.5, swelling=clear 1.3, swelling=slight .5, swelling=none -.8, swelling=huge .8, hot=yes 1, onset=sudden .3, onset=injury -1.3, history:arthritis 1.3, night=wakes .5, rest=constant .5, side=both .4',
  lyme: 'deep .4, groin -1, hip -1, calf -1.5, shin -1, outer -.5, else 0, tick=bite 2.2, tick=exposed .5, tick=none -1, swelling=clear 2, swelling=huge 1.8, swelling=slight .4, swelling=none -1.8, onset=injury -1.3, fever=yes -.3*, walking=normal .2*, joints=yes .3',
  'hip-referred':
    'groin 1.6, hip 1.4, thigh 1.1, buttock .5, lower-thigh .7, deep -.3, front -.2, kneecap -.4, else -1.2, hip-twist=yes 2.2, hip-twist=no -1.6, walking=limping .3, onset=injury -.5',
  'back-referred':
    'low-back 1.8, buttock 1.2, thigh .6, calf .4, shin .3, outer .1, back .2, inner .1, front -.2, else -1, back=yes 2.2, back=no -1, numb=leg 1.8, numb=patch .5, numb=foot-drop 2, numb=saddle 4, numb=none -.4, hurts:sitting .3',
  nerve:
    'outer-below .9, inner .4, inner-below .5, foot .5, shin .4, outer .3, lower-leg .3, else -1, numb=patch 2.4, numb=leg .8, numb=foot-drop 2.4, numb=none -1.8, history:operation .7',
  artery:
    'calf 2, lower-leg 1.5, foot .8, shin .7, thigh .3, back .3, back-middle .3, else -2.5, exertional=yes 3, exertional=no -1.5, foot=runs 2, foot=now 3, foot=fine -.5, numb=leg .5, numb=patch .4, timing=builds .5, timing=fixed .5, rest=constant -.6',
  'muscle-strain':
    'calf 1.7, thigh 1.2, buttock .6, lower-leg .6, back-inner .5, back-outer .4, back .3, groin .3, lower-thigh .3, hip 0, else -2.8, onset=sudden 1.2, onset=injury .6, onset=gradual -.4, hurts:speed .7, hurts:uphill .4, weeks>=8 -1, pop=yes 0, calf=yes -.3',
  other: 'foot .7, low-back .7, buttock .5, hip .6, calf .3, groin .3, shin .3, else 0',
};
