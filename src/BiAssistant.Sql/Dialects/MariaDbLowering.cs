using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>MariaDB: LAG and LEAD have no third argument, windows of different partitions or orders must not stand beside one another nor beside groups, a window's text is lost where another is joined to it, a comparison of two queries goes wrong, as does one of a window with rows that depend on its own, and an approximate number of so many digits is cut.</summary>
internal sealed class MariaDbLowering(SqlDialect dialect) : MySqlLowering(dialect)
{
    /// <summary>As many as one WITH names (MariaDB 10.11).</summary>
    internal const int MostSteps = 64;

    /// <summary>MariaDB finds a query's value among rows that it is not among, where those rows depend on the row outside.</summary>
    protected override SqlQuery Rewritten(SqlQuery query)
    {
        if (query.DescendantsAndSelf().Any(node => node is SqlInQuery { Operand: SqlScalarQuery } or SqlQuantified { Operand: SqlScalarQuery }))
        {
            Unsayable("A query's value compared with the rows of another", "name the value in a step first.");
        }

        return new MariaDbConstants((what, instead) => Unsayable(what, instead)).Rewrite(base.Rewritten(query));
    }

    /// <summary>
    /// The rows of a query that reads columns of the one around it are compared with a window's value, and rows that are windows' values with any other, before the window is computed
    /// (MariaDB 10.11): <c>RANK() OVER (ORDER BY a.id) IN (SELECT b.n FROM b WHERE b.id = a.id)</c> takes the rank for none that there is. The rows of a table are right, but no table reads what is outside.
    /// </summary>
    protected override bool AreComparedAsTable(SqlExpression operand, SqlQuery rows)
    {
        var (isOfWindow, areOfWindow) = (SqlAnalysis.HasWindow(operand), HasWindow(rows));
        if ((isOfWindow || areOfWindow) && SelectRewriting.ReadsOutside(rows))
        {
            Unsayable(
                areOfWindow ? "A comparison with windows of a query that reads columns of the one around it" : "A window's value compared with the rows of a query that reads columns of the one around it",
                areOfWindow ? null : "name the value in a step first.");
        }

        return isOfWindow || areOfWindow || base.AreComparedAsTable(operand, rows);
    }

    private static bool HasWindow(SqlQuery rows) => rows switch
    {
        SqlSetOperation set => HasWindow(set.Left) || HasWindow(set.Right),
        _ => ((SqlSelect)rows).Items.Any(item => SqlAnalysis.HasWindow(item.Expression)),
    };

    /// <summary>Where nothing of different rows differs (constants, a row found by its key), MariaDB 10.11 gives the one row that there is, however many are to be passed over: they are passed over around it.</summary>
    protected override SqlQuery WholeQuery(SqlQuery query)
    {
        var lowered = base.WholeQuery(query is SqlSelect { Distinct: true, Offset: not null } ? SqlNullOrders.AsTable(query, Dialect) : query);
        if (lowered.With.Count > MostSteps)
        {
            Refuse("sql_too_many_steps", $"This query has {lowered.With.Count} steps; {Dialect.Name} reads at most {MostSteps}. Ask for fewer numbers or periods at once.");
        }

        return lowered is SqlSelect select ? SelectRewriting.EachSelect(WindowLevels.Rewrite(select, (what, instead) => Unsayable(what, instead)), ByPosition) : lowered;
    }

    /// <summary>
    /// A key of groups that is no column has to be found among the selected items again. With AND, OR or NULLIF in it MariaDB 10.11 never finds it, nor with a text that is not in the character
    /// set of the column beside it, and then calls a column that is no key: such a key is said by its position.
    /// </summary>
    private static SqlSelect ByPosition(SqlSelect select) => select with
    {
        GroupBy = select.GroupBy.Select(key => IsLost(key) && select.Items.Select(item => item.Expression).ToList().IndexOf(key) is >= 0 and var place ? Whole(place + 1) : key).ToSeq(),
    };

    private static bool IsLost(SqlExpression key) => key.DescendantsAndSelf().Any(part => part is SqlBinary { Operator: SqlBinaryOperator.And or SqlBinaryOperator.Or } or SqlFunction { Name: "NULLIF" }
        || (part is not SqlFunction { Name: "DATE_FORMAT" } && SqlTree.Children(part).Any(IsText)));

    private static bool IsText(SqlNode value) => value is SqlText or SqlParameter { Value: SqlText };

    /// <summary>
    /// What spreads exact numbers is approximate, but is given so many digits behind the point, and so is all that is computed with it: in a step or a group, what is larger than the digits
    /// before it becomes the largest of them (1E+17) without a word. Of approximate numbers it is approximate through and through.
    /// </summary>
    protected override SqlExpression Aggregate(SqlAggregate aggregate) =>
        base.Aggregate(aggregate is { Name: "STDDEV" or "VARIANCE", Arguments: [var numbers] } ? aggregate with { Arguments = [Approximate(numbers)] } : aggregate);

    /// <summary>A value that is unknown is false to all who ask whether it is null, or keep it in a column, where rows of a query are compared with: only a WHERE asks for nothing else.</summary>
    protected override SqlExpression Quantified(SqlQuantified quantified) => new SqlFunction("NULLIF", [base.Quantified(quantified), Whole(2)]);

    protected override SqlSelect Select(SqlSelect select)
    {
        var lowered = base.Select(select);
        return MariaDbColumns.Rewrite(lowered with { Where = lowered.Where is null ? null : Asked(lowered.Where) });
    }

    private static SqlExpression Asked(SqlExpression condition) => condition switch
    {
        SqlBinary { Operator: SqlBinaryOperator.And or SqlBinaryOperator.Or } both => both with { Left = Asked(both.Left), Right = Asked(both.Right) },
        SqlFunction { Name: "NULLIF", Arguments: [SqlQuantified quantified, _] } => quantified,
        _ => condition,
    };

    /// <summary>Without groups, or where different values are counted beside it, a deviation is asked whether it is null before it is computed, and always is; what is computed with it is not.</summary>
    protected override SqlExpression IsNull(SqlIsNull isNull)
    {
        var lowered = (SqlIsNull)base.IsNull(isNull);
        return isNull.Operand is SqlAggregate { Name: "STDDEV" or "VARIANCE" } ? lowered with { Operand = new SqlBinary(SqlBinaryOperator.Add, lowered.Operand, Whole(0)) } : lowered;
    }

    /// <summary>The whole part of an approximate number is given 17 digits, and is cut to them as well.</summary>
    protected override SqlExpression Function(SqlFunction function)
    {
        var lowered = base.Function(function);
        return function is { Name: "FLOOR" or "CEIL", Arguments: [var number] } && TypeOf(number).Kind == SqlTypeKind.Double ? CastTo(lowered, SqlType.Double) : lowered;
    }

    private static SqlExpression Approximate(SqlExpression portable) => TypeOf(portable).Kind == SqlTypeKind.Double ? portable : new SqlCast(portable, SqlType.Double);

    /// <summary>
    /// Where there is no row so far away for LAG and LEAD, not even a constant comes from it, and the value that is given for it stands instead. A relative rank has ten digits behind the
    /// point, and all that is computed with it 17 before it, to which it is cut.
    /// </summary>
    protected override SqlExpression Window(SqlWindow window)
    {
        if (window.Function is SqlFunction { Name: "PERCENT_RANK" or "CUME_DIST" })
        {
            return CastTo(base.Window(window), SqlType.Double);
        }

        if (window.Function is not SqlFunction { Name: "LAG" or "LEAD", Arguments: [_, var distance, var otherwise] } shifted)
        {
            return base.Window(window);
        }

        var bare = window with { Function = shifted with { Arguments = shifted.Arguments.Take(2).ToSeq() }, Frame = null };
        var mark = bare with { Function = shifted with { Arguments = [Whole(1), distance] } };
        return Lower(new SqlCase(null, [new SqlWhen(new SqlIsNull(mark), otherwise)], bare));
    }

    /// <summary>Beside another window MariaDB 10.11 writes a joined text over the window's that it begins with, of which nothing is left: one that begins with an empty text keeps it.</summary>
    protected override SqlExpression Concat(SqlExpression left, SqlExpression right)
    {
        var joined = base.Concat(left, right);
        return joined is SqlFunction { Arguments: [var first, ..] } call && SqlAnalysis.HasWindow(first) ? call with { Arguments = [new SqlText(""), .. call.Arguments] } : joined;
    }
}
