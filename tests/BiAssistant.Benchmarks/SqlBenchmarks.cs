using BenchmarkDotNet.Attributes;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Benchmarks;

/// <summary>Means and allocations of a query of sixty lines: read and written in each dialect.</summary>
public class SqlBenchmarks
{
    private string _text = "";
    private SqlDialect _dialect = SqlDialects.DuckDb;

    [ParamsSource(nameof(Dialects))]
    public string Dialect { get; set; } = "";

    public static IEnumerable<string> Dialects => SqlDialects.All.Where(dialect => SixtyLines.In(dialect) is not null).Select(dialect => dialect.Name);

    [GlobalSetup]
    public void SetUp()
    {
        _dialect = SqlDialects.Find(Dialect) ?? throw new InvalidOperationException(Dialect);
        _text = SixtyLines.In(_dialect) ?? throw new InvalidOperationException(Dialect);
    }

    [Benchmark]
    public SqlQuery Parse() => SixtyLines.Parse(_text, _dialect);

    [Benchmark]
    public CompiledSql? Write() => SqlWriter.Write(SixtyLines.Tree, _dialect).Value;
}
