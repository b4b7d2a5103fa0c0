using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Checks;

/// <summary>Resolves every table and column of a query that was read from text, and looks every function up; what is not listed is an issue.</summary>
internal sealed class SqlReferenceCheck : SqlResolver
{
    private readonly SqlDialect _dialect;
    private readonly SqlAllowList _allowed;

    private SqlReferenceCheck(SqlDialect dialect, SqlAllowList allowed)
        : base(dialect.NameComparer) => (_dialect, _allowed) = (dialect, allowed);

    public static Seq<Issue> Of(SqlQuery query, SqlDialect dialect, SqlAllowList allowed)
    {
        var check = new SqlReferenceCheck(dialect, allowed);
        check.Query(query);
        return [.. check.Issues, .. SqlNamesCheck.Of(query, dialect)];
    }

    protected override IReadOnlyList<SqlOutput>? ColumnsOf(SqlTable table, IEnumerable<string> steps, SqlScope scope)
    {
        if (_dialect.ReadsPathsOfRelations && table.Name.Count > 1 && scope.Relations().Contains(table.Name[0], StringComparer.OrdinalIgnoreCase))
        {
            Refuse(new Issue("sql_ambiguous", $"'{string.Join('.', table.Name)}' could be a part of '{table.Name[0]}' in this query; give that another alias."));
        }

        if (_allowed.Tables.FirstOrDefault(allowed => IsSame(allowed.Name, table.Name)) is { } found)
        {
            return [.. found.Columns.Select(column => new SqlOutput(_dialect.NativeName(column)))];
        }

        Refuse(new Issue("sql_table_not_allowed", $"The table '{string.Join('.', table.Name)}' may not be read."));
        return null;
    }

    private bool IsSame(Seq<string> allowed, Seq<string> read) =>
        allowed.Select(_dialect.NativeName).SequenceEqual(read, _dialect.TableNameComparer);

    protected override bool TablesMayHaveMore => true;

    protected override bool RefusesStar(bool isBase) => isBase;

    protected override Issue Unresolved(SqlColumn column, SqlNameProblem problem, SqlScope scope) => new("sql_column_not_allowed", problem switch
    {
        SqlNameProblem.Ambiguous => $"The column '{column.Name}' could be that of several tables.",
        SqlNameProblem.NotInTable => $"The column '{column.Name}' of '{column.Table}' may not be read.",
        SqlNameProblem.MaybeNearer => $"The column '{column.Name}' could be that of a table nearer by; put its table's name before it.",
        SqlNameProblem.NoTable => $"There is no table '{column.Table}' in this query.",
        _ => $"The column '{column.Name}' is not one that may be read.",
    });

    protected override void Visit(SqlNode node)
    {
        switch (node)
        {
            case SqlFunction function when !_dialect.Functions.Contains(function.Name):
                Refuse(new Issue("sql_function_not_allowed", $"The function {function.Name} may not be used."));
                break;
            case SqlAggregate aggregate when !_dialect.Aggregates.Contains(aggregate.Name):
                Refuse(new Issue("sql_function_not_allowed", $"The function {aggregate.Name} may not be used."));
                break;
            case var clock when _dialect.ReadsClock(clock):
                Refuse(new Issue("sql_clock", "The clock must be given a value; the engine's own is not used."));
                break;
        }
    }
}
