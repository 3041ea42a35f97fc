-- Service level, speed of answer and abandonment per half hour and call type.
-- The three service levels differ in what abandoned calls count for.
SELECT
  c.EnterpriseName                                                                  AS CallType,
  i.DateTime                                                                        AS Interval_Start,
  SUM(i.CallsOffered)                                                               AS Offered,
  SUM(i.CallsHandled)                                                               AS Handled,
  SUM(i.TotalCallsAband)                                                            AS Abandoned,
  100.0 * SUM(i.ServiceLevelCalls)
        / NULLIF(SUM(i.ServiceLevelCallsOffered), 0)                                AS SL_Abandoned_Negative,
  100.0 * SUM(i.ServiceLevelCalls)
        / NULLIF(SUM(i.ServiceLevelCallsOffered) - SUM(i.ServiceLevelAband), 0)     AS SL_Abandoned_Ignored,
  100.0 * (SUM(i.ServiceLevelCalls) + SUM(i.ServiceLevelAband))
        / NULLIF(SUM(i.ServiceLevelCallsOffered), 0)                                AS SL_Abandoned_Positive,
  1.0 * SUM(i.AnswerWaitTime) / NULLIF(SUM(i.CallsAnswered), 0)                     AS ASA,
  100.0 * SUM(i.TotalCallsAband) / NULLIF(SUM(i.CallsOffered), 0)                   AS Abandonment_Rate
FROM Call_Type_Interval i
JOIN Call_Type c ON c.CallTypeID = i.CallTypeID
GROUP BY c.EnterpriseName, i.DateTime
ORDER BY c.EnterpriseName, i.DateTime
