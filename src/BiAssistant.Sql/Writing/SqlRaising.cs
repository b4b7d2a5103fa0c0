using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>
/// Turns a tree that was read from a dialect's own text into the portable tree that means the same: the way back of <see cref="SqlLowering"/>. What is
/// written alike in all engines stands here; a dialect overrides what differs, and what has no portable meaning becomes an issue. Written again in the same
/// dialect, what was written there before is the same text.
/// </summary>
internal partial class SqlRaising(SqlDialect dialect)
{
    private readonly List<Issue> _issues = [];

    public Seq<Issue> Issues => _issues.ToSeq();

    protected SqlDialect Dialect => dialect;

    public SqlQuery Query(SqlQuery query) => (SqlQuery)Node(query);

    public SqlExpression Raise(SqlExpression expression) => (SqlExpression)Node(expression);

    /// <summary>One node with everything below it; a dialect's own patterns are seen before their parts are raised.</summary>
    protected virtual SqlNode Node(SqlNode node) => node switch
    {
        SqlFunction function => Function(function),
        SqlAggregate aggregate => Aggregate(aggregate),
        SqlCast cast => Cast(cast),
        SqlBinary { Operator: SqlBinaryOperator.Divide } division => Divide(division),
        SqlElement or SqlWord or SqlIntervalOf => Unportable("This construct"),
        _ => Children(node),
    };

    protected SqlNode Children(SqlNode node) => SqlTree.MapChildren(node, Node);

    protected Seq<SqlExpression> Raised(Seq<SqlExpression> expressions) => expressions.Select(Raise).ToSeq();

    /// <summary>Division that drops the fraction of whole numbers has no portable meaning, unless one side is seen to have one.</summary>
    protected virtual SqlExpression Divide(SqlBinary division) => (SqlExpression)Children(division);

    /// <summary>Truncation to a day or more is a day already.</summary>
    protected virtual SqlExpression Cast(SqlCast cast)
    {
        var operand = Raise(cast.Operand);
        return cast.Type == SqlType.Date && operand is SqlDateTrunc { Unit: >= SqlTimeUnit.Day } ? operand : new SqlCast(operand, cast.Type);
    }

    protected virtual SqlExpression Function(SqlFunction function)
    {
        var raised = function with { Arguments = Raised(function.Arguments) };
        var isKnown = PortableDialect.Instance.CallProblem(raised) is null && !PortableDialect.Instance.IsAggregate(function.Name, function.Arguments.Count);
        return isKnown ? raised : Unportable($"The function {function.Name}");
    }

    protected virtual SqlExpression Aggregate(SqlAggregate aggregate)
    {
        var raised = (SqlAggregate)Children(aggregate) with { Name = aggregate.Name switch { "STDDEV_SAMP" => "STDDEV", "VAR_SAMP" => "VARIANCE", var same => same } };
        var portable = PortableDialect.Instance.OrderedSet(raised) ?? raised;
        return PortableDialect.Instance.CallProblem(portable) is null ? portable : Unportable($"The aggregate {aggregate.Name}");
    }

    protected SqlExpression Unportable(string what, string? instead = null)
    {
        var message = $"{what} of {dialect.Name} has no counterpart in portable SQL{(instead is null ? "." : "; " + instead)}";
        if (!_issues.Any(issue => issue.Message == message))
        {
            _issues.Add(new Issue("sql_unportable", message));
        }

        return SqlNull.Instance;
    }

    /// <summary>The type as far as it can be seen without the columns' types.</summary>
    protected static SqlType TypeOf(SqlExpression portable) => SqlTypes.Infer(portable, _ => SqlType.Unknown);
}
