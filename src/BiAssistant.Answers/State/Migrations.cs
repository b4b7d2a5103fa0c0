using BiAssistant.Sql;

namespace BiAssistant.Answers.State;

/// <summary>One numbered step of the state store's form, in the words of each engine; a step that has run is never changed.</summary>
internal sealed record Migration(int Number, Seq<string> Sqlite, Seq<string> PostgreSql);

/// <summary>Every step, in order. Instants are Unix milliseconds, so that both engines hold the same.</summary>
internal static class Migrations
{
    public static readonly Seq<Migration> All =
    [
        new(1, First("BLOB", "INTEGER PRIMARY KEY AUTOINCREMENT"), First("BYTEA", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")),
        new(2, Findings, Findings),
        new(3, Catalogs("BLOB"), Catalogs("BYTEA")),
        new(4, Texts, Texts),
    ];

    private static Seq<string> Findings =>
    [
        "CREATE TABLE data_findings (key TEXT PRIMARY KEY, claim TEXT NOT NULL, content TEXT NOT NULL, found_at BIGINT NOT NULL)",
        "CREATE INDEX data_findings_claim ON data_findings (claim)",
    ];

    private static Seq<string> Texts => ["ALTER TABLE asked_questions ADD COLUMN texts TEXT"];

    private static Seq<string> Catalogs(string bytes) =>
    [
        $"CREATE TABLE catalog_versions (version TEXT PRIMARY KEY, content {bytes} NOT NULL, first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL)",
        "CREATE TABLE metric_versions (metric TEXT NOT NULL, number BIGINT NOT NULL, hash TEXT NOT NULL, catalog_version TEXT NOT NULL, first_seen BIGINT NOT NULL, PRIMARY KEY (metric, number, hash))",
    ];

    private static Seq<string> First(string bytes, string numbered) =>
    [
        $"CREATE TABLE settings (name TEXT PRIMARY KEY, value {bytes} NOT NULL)",
        $"CREATE TABLE cached_results (key TEXT PRIMARY KEY, content {bytes} NOT NULL, created_at BIGINT NOT NULL)",
        "CREATE INDEX cached_results_created_at ON cached_results (created_at)",
        $"CREATE TABLE dimension_values (key TEXT PRIMARY KEY, field TEXT NOT NULL, content {bytes} NOT NULL, created_at BIGINT NOT NULL)",
        "CREATE TABLE receipts (id TEXT PRIMARY KEY, content TEXT NOT NULL, created_at BIGINT NOT NULL)",
        $"CREATE TABLE asked_questions (number {numbered}, asked_at BIGINT NOT NULL, question TEXT, language TEXT NOT NULL, role TEXT, status TEXT NOT NULL, receipt TEXT, from_cache BIGINT NOT NULL, total_ms DOUBLE PRECISION NOT NULL)",
        "CREATE INDEX asked_questions_asked_at ON asked_questions (asked_at)",
    ];
}
