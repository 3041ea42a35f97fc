1h10m0.000s    operator              sign_out agents/part-time
1h34m9.262s    campaign/collections  1 personal callback without the agent: any agent of the campaign is to call
1h36m32.050s   campaign/collections  1 personal callback without the agent: any agent of the campaign is to call
1h38m10.057s   campaign/collections  1 personal callback without the agent: any agent of the campaign is to call
1h44m13.864s   campaign/collections  1 personal callback without the agent: any agent of the campaign is to call
1h48m5.668s    campaign/collections  1 personal callback without the agent: any agent of the campaign is to call
