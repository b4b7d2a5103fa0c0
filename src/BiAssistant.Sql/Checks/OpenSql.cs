using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Checks;

/// <summary>
/// A text that passed the gate but for keys that come from elsewhere while a question is answered: <c>x IN ($keys)</c>, where the one parameter stands for any
/// number of them. With its keys it is written anew and passes the gate again.
/// </summary>
public sealed class OpenSql
{
    private readonly SqlAllowList _allowed;

    internal OpenSql(CompiledSql sql, SqlAllowList allowed)
    {
        Sql = sql;
        _allowed = allowed;
    }

    /// <summary>The text as it is shown.</summary>
    public CompiledSql Sql { get; }

    /// <summary>The text with each list filled in. A list without keys holds for no row; one that is left out (null) holds for every row.</summary>
    public Outcome<ValidatedSql> With(IReadOnlyDictionary<string, Seq<SqlLiteral>?> keys)
    {
        var tree = Sql.Tree.Rewrite(e => e is SqlInList { Items: [SqlParameter open] } list && keys.TryGetValue(open.Name, out var values) ? Filled(list, open.Name, values) : null);
        return SqlValidator.Validate(new CompiledSql(Sql.Dialect, SqlPrinter.Print(tree, Sql.Dialect), SqlWriter.Arguments(tree), tree), _allowed);
    }

    private static SqlExpression Filled(SqlInList list, string name, Seq<SqlLiteral>? values) => values switch
    {
        null => Compared(1),
        { IsEmpty: true } => Compared(0),
        { } known => list with { Items = known.Select((value, i) => (SqlExpression)new SqlParameter(FormattableString.Invariant($"{name}_{i + 1}"), value)).ToSeq() },
    };

    private static SqlBinary Compared(int with) => new(SqlBinaryOperator.Equal, new SqlNumber(1), new SqlNumber(with));
}
