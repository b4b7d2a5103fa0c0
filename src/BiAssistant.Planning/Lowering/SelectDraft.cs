using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>
/// A SELECT in the making: where rows come from, and what each output column is over them. Later steps speak of output columns by name; the draft puts their
/// expressions in place, so that a step needs no subquery of its own.
/// </summary>
internal sealed record SelectDraft(SqlRelation From, Seq<PlanColumn> Columns)
{
    public SqlExpression? Where { get; init; }

    public Seq<SqlExpression> GroupBy { get; init; }

    public SqlExpression? Having { get; init; }

    /// <summary>Rows are groups: conditions on columns belong in HAVING.</summary>
    public bool Grouped { get; init; }

    public SqlExpression this[string column] => Columns.First(c => c.Name == column).Expression;

    /// <summary>The expression with output columns replaced by what they are.</summary>
    public SqlExpression Over(SqlExpression expression) => expression.Rewrite(e => e is SqlColumn { Table: null } column ? this[column.Name] : null);

    public SelectDraft Keep(SqlExpression condition)
    {
        var over = Over(condition);
        return Grouped
            ? this with { Having = Having is null ? over : new SqlBinary(SqlBinaryOperator.And, Having, over) }
            : this with { Where = Where is null ? over : new SqlBinary(SqlBinaryOperator.And, Where, over) };
    }

    /// <summary>The same rows as a step of their own, so that its columns are plain columns; rows that are a step already are that one.</summary>
    public SelectDraft AsTable(string name, string comment, Steps steps)
    {
        var table = steps.Share(name, ToSelect(), comment);
        return new SelectDraft(new SqlTable([table]), Columns.Select(c => new PlanColumn(c.Name, new SqlColumn(table, c.Name))).ToSeq());
    }

    public SqlSelect ToSelect() => new(Columns.Select(Named).ToSeq(), From)
    {
        Where = Where,
        GroupBy = GroupBy,
        Having = Having,
    };

    private static SqlSelectItem Named(PlanColumn column) =>
        new(column.Expression, column.Expression is SqlColumn same && same.Name == column.Name ? null : column.Name);
}
