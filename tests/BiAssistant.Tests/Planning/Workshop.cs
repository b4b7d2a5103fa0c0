using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.Planning;

/// <summary>The workshop's tables on every real engine.</summary>
public sealed class Workshop : RealEngines
{
    protected override string Script => File.ReadAllText(Path.Combine(PlannerCase.Root, "workshop.sql"));

    /// <summary>Plans bring their own lists.</summary>
    public override SqlAllowList Tables { get; } = new([]);

    /// <summary>Rows of SQL that a person wrote for DuckDB.</summary>
    public Task<IReadOnlyList<string>> HandWrittenAsync(string text) =>
        RowsAsync("duckdb", new ValidatedSql(new CompiledSql(DialectOf("duckdb"), text, [], new SqlSelect([], null))));
}
