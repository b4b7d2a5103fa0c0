-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(value) AS value
FROM (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  UNION ALL
  SELECT -(SUM(spend_cents) / 100.0) AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
);

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, SUM(value) AS value
FROM (
  SELECT hotel AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
  GROUP BY ALL
  UNION ALL
  SELECT hotel AS g1, -(SUM(spend_cents) / 100.0) AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01'
  GROUP BY ALL
)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, SUM(value) AS value
FROM (
  SELECT month_of(night) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
  UNION ALL
  SELECT month_of(spent_on) AS period, -(SUM(spend_cents) / 100.0) AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
  GROUP BY ALL
)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.style", "in": ["RST"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, SUM(value) AS value
FROM (
  SELECT fiscal_quarter_of(night) AS period, region AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01' AND style_code = 'RST'
  GROUP BY ALL
  UNION ALL
  SELECT fiscal_quarter_of(spent_on) AS period, region AS g1, -(SUM(spend_cents) / 100.0) AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01' AND style_code = 'RST'
  GROUP BY ALL
)
GROUP BY ALL;
