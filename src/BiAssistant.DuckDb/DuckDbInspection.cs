using BiAssistant.DuckDb.Native;

namespace BiAssistant.DuckDb;

/// <summary>What the engine makes of a text before running it: how many statements it is, and of a single one its kind, parameters and columns.</summary>
public sealed class DuckDbInspection
{
    private DuckDbInspection(int statements, DuckDbStatementKind kind, IReadOnlyList<string> parameters, IReadOnlyList<DuckDbColumn> columns) =>
        (Statements, Kind, Parameters, Columns) = (statements, kind, parameters, columns);

    public int Statements { get; }

    /// <summary><see cref="DuckDbStatementKind.Multi"/> where the text is not exactly one statement.</summary>
    public DuckDbStatementKind Kind { get; }

    public IReadOnlyList<string> Parameters { get; }

    public IReadOnlyList<DuckDbColumn> Columns { get; }

    public bool IsSingleSelect => Statements == 1 && Kind == DuckDbStatementKind.Select;

    internal static DuckDbInspection Of(nint connection, string sql)
    {
        using var statements = StatementList.Split(connection, sql);
        if (statements.Count != 1)
        {
            return new DuckDbInspection(checked((int)statements.Count), DuckDbStatementKind.Multi, [], []);
        }

        using var statement = statements.PrepareNext(connection);
        return statement is null
            ? new DuckDbInspection(0, DuckDbStatementKind.Invalid, [], [])
            : new DuckDbInspection(1, statement.Kind, statement.ParameterNames, statement.Columns());
    }
}
