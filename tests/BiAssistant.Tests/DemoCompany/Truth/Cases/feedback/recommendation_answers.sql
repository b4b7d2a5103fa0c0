-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(would_recommend) AS value
FROM surveys
WHERE submitted_on >= '2023-04-01' AND submitted_on < '2024-04-01';

-- {"group_by": [{"field": "satisfaction_surveys.survey_language"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT language_code AS g1, COUNT(would_recommend) AS value
FROM surveys
WHERE submitted_on >= '2024-01-01' AND submitted_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT quarter_of(submitted_on) AS period, COUNT(would_recommend) AS value
FROM surveys
WHERE submitted_on >= '2023-01-01' AND submitted_on < '2025-01-01'
GROUP BY ALL;
