-- {"group_by": [{"field": "property_terms.contract"}], "period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT contract_code, COUNT(*)
FROM terms
WHERE valid_from <= DATE '2024-01-01' - 1 AND (valid_to IS NULL OR valid_to > DATE '2024-01-01' - 1)
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}, {"field": "property_terms.contract"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, contract_code, COUNT(*)
FROM quarter_ends('2024-01-01', '2025-01-01'), terms
WHERE valid_from <= last_day AND (valid_to IS NULL OR valid_to > last_day)
GROUP BY ALL;

-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*)
FROM terms
WHERE valid_from <= DATE '2025-01-01' - 1 AND (valid_to IS NULL OR valid_to > DATE '2025-01-01' - 1);

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT region, COUNT(*)
FROM terms
WHERE valid_from <= DATE '2025-01-01' - 1 AND (valid_to IS NULL OR valid_to > DATE '2025-01-01' - 1)
GROUP BY ALL;
