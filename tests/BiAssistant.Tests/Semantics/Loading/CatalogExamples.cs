using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>Catalogs of a freight carrier, from which the examples are made by small changes.</summary>
internal static class CatalogExamples
{
    public const string Freight = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: freight
            warehouse: haulage
            time_zone: Europe/Amsterdam
            calendar: {fiscal_year_start: april, fiscal_year_named_by: start, week_start: sunday}
            owner: dispatch
            label: {en: Freight, nl: Vracht}
            datasets:
              - name: depots
                source: ops.depots
                primary_key: [depot_id]
                entity: {singular: depot, plural: depots}
                name_field: town
                fields:
                  - {name: depot_id, datatype: bigint}
                  - {name: town, datatype: varchar(40), parent: country, synonyms: [city]}
                  - {name: country, datatype: String}
              - name: drivers
                source: ops.drivers
                primary_key: [driver_id]
                entity: {singular: driver, plural: drivers}
                name_field: full_name
                default_time: hired_on
                row_access:
                  - {role: foreman, filter: home_country = user.country}
                fields:
                  - {name: driver_id, datatype: Integer}
                  - {name: full_name, datatype: String, sensitive: true, access: [personnel]}
                  - {name: initials, expression: "SUBSTRING(full_name, 1, 1)", datatype: String}
                  - {name: home_country, datatype: String}
                  - {name: hired_on, datatype: Date, verbs: [joined, was hired]}
              - name: trips
                source: ops.trips
                primary_key: [trip_id]
                label: Trips
                entity: {singular: {en: trip, nl: rit}, plural: {en: trips, nl: ritten}}
                default_time: {day: left_at, fiscal_year: book_year}
                default_measure: distance
                filter: NOT is_test
                freshness: {field: left_at, warn_after: 24 hours, error_after: 3 days}
                checks:
                  - not_null: [trip_id, left_at]
                  - unique: [trip_id]
                  - accepted_values: {field: state, values: [P, D, X]}
                  - range: {field: distance, min: 0, max: 5000}
                  - custom: arrived_at >= left_at
                fields:
                  - {name: trip_id, datatype: Integer}
                  - {name: left_at, datatype: DateTime, expression: departure}
                  - {name: arrived_at, datatype: DateTime}
                  - {name: book_year, datatype: Integer, grain: fiscal_year}
                  - {name: distance, datatype: Decimal, expression: metres, scale: 0.001, unit: km, default_aggregate: sum, adjectives: {high: [longest], low: shortest}}
                  - {name: freight_charge, datatype: "numeric(12,2)", unit: EUR, format: money}
                  - {name: toll, datatype: Decimal, unit: EUR}
                  - name: state
                    datatype: String
                    values:
                      - {value: P, label: {en: planned, nl: gepland}}
                      - {value: D, label: driven, synonyms: [done, completed]}
                      - {value: X, label: cancelled}
                  - {name: hours, expression: "DATE_DIFF('hour', departure, arrived_at)", datatype: Integer, unit: hours}
                  - {name: origin, expression: loaded_at.town, datatype: String}
            relationships:
              - {name: loaded_at, from: trips, to: depots, from_columns: [from_depot], to_columns: [depot_id], role: {singular: origin depot, plural: origin depots}}
              - {name: unloaded_at, from: trips, to: depots, from_columns: [to_depot], to_columns: [depot_id], role: destination depot}
              - {name: trip_driver, from: trips, to: drivers, from_columns: [driver_id], to_columns: [driver_id], optional: true, verbs: driven by, reverse_verbs: drove}
            glossary:
              - {term: long haul, dataset: trips, filter: distance > 500, synonyms: [long-distance]}
              - {term: place, field: depots.town}
              - {term: results, metrics: [charges, trips_made]}
              - {term: lately, period: {from: now - 30 days}}
            metrics:
              - name: trips_made
                expression: COUNT(*)
                dataset: trips
                filter: state = 'D'
              - name: charges
                label: {en: Freight charges, nl: Vrachtopbrengst}
                expression: {dialects: [{dialect: ANSI_SQL, expression: SUM(trips.freight_charge)}, {dialect: SNOWFLAKE, expression: SUM(trips.freight_charge)}]}
              - {name: tolls, expression: SUM(toll), good: down}
              - {name: margin, type: derived, expression: charges - tolls}
              - {name: charge_per_trip, type: ratio, numerator: charges, denominator: trips_made}
        """;

    public static CatalogLoad Load(params string[] texts) => CatalogLoader.Load(texts.Select((text, i) => new CatalogText($"file{i + 1}.yml", text)));

    /// <summary>The freight catalog with one text in place of another, which must be there.</summary>
    public static string With(string old, string replacement)
    {
        Freight.ShouldContain(old);
        return Freight.Replace(old, replacement, StringComparison.Ordinal);
    }

    public static string Written(Issue issue) => $"{issue.At} {issue.Element}: {issue.Message}";
}
