using System.Diagnostics;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// The measures of an answer over rows that hold a group each: numbers across groups are windows over those rows, and a window over what is a window itself
/// stands on columns of a step before.
/// </summary>
internal sealed class MeasureColumns(Func<Formula, SqlExpression> read, IEnumerable<string> taken, bool mayBeEmpty)
{
    private readonly HashSet<string> _taken = [.. taken];
    private readonly List<List<PlanColumn>> _steps = [];

    /// <summary>The rows with each measure under its name.</summary>
    /// <param name="mayBeEmpty">There may be none but groups that have no rows of their own, so that a count of all has nothing to add.</param>
    public static PlanNode Over(PlanNode rows, Seq<string> keys, IEnumerable<(string Name, Formula Formula)> measures, Func<Formula, SqlExpression> read, IEnumerable<string> taken, bool mayBeEmpty)
    {
        var columns = new MeasureColumns(read, taken, mayBeEmpty);
        var computed = measures.Select(m => new PlanColumn(m.Name, columns.Of(m.Formula, m.Name).Expression)).ToSeq();
        return new ComputeNode(columns._steps.Aggregate(rows, (node, step) => new ExtendNode(node, step.ToSeq())), keys, computed);
    }

    /// <summary>Whether it looks at other rows than its own.</summary>
    public static bool HasWindow(SqlExpression expression)
    {
        var found = false;
        expression.Rewrite(e =>
        {
            found |= e is SqlWindow;
            return null;
        });
        return found;
    }

    /// <summary>An expression, and after how many steps its columns are there.</summary>
    private (SqlExpression Expression, int Step) Of(Formula formula, string name)
    {
        switch (formula)
        {
            case ExpressionFormula expression:
                var parts = expression.Parts.ToDictionary(p => p.Name, p => Of(p.Formula, $"{name}_{p.Name}"));
                return (FormulaExpressions.Of(expression, part => parts[part].Expression), parts.Values.Select(p => p.Step).DefaultIfEmpty().Max());
            case GroupTotal { Part: var part, Within: var within }:
                var together = Together(part.Call.Name, read(part), Keys(within));
                return (mayBeEmpty && part.Call.Name == "COUNT" ? new SqlFunction("COALESCE", [together, new SqlNumber(0)]) : together, 0);
            case AcrossGroups across:
                var (value, step) = Of(across.Of, name);
                if (HasWindow(value))
                {
                    value = Named(value, name, step++);
                }

                return (Across(across, value), step);
            default:
                return (FormulaExpressions.Of(formula, read), 0);
        }
    }

    private SqlColumn Named(SqlExpression value, string name, int step)
    {
        var column = UniqueName.Of(ShortName.Of(name, "_value"), _taken.Add);
        while (_steps.Count <= step)
        {
            _steps.Add([]);
        }

        _steps[step].Add(new PlanColumn(column, value));
        return new SqlColumn(null, column);
    }

    private static SqlExpression Across(AcrossGroups across, SqlExpression value) => across switch
    {
        GroupRank rank => new SqlCase(
            null,
            [new SqlWhen(new SqlIsNull(value, Negated: true), new SqlWindow(new SqlFunction("RANK", []), Keys(rank.Within), [new SqlOrder(value, !rank.Ascending)]))],
            null),
        GroupMean mean => new SqlWindow(new SqlAggregate("AVG", [value]), Keys(mean.Within), []),
        GroupMember member => Member(member, value),
        _ => throw new UnreachableException(across.GetType().Name),
    };

    /// <summary>Where two members are called the same, neither is the one that is meant.</summary>
    private static SqlCase Member(GroupMember member, SqlExpression value)
    {
        var isIt = new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn(null, member.Group), new SqlParameter("", member.Member));
        var keys = Keys(member.Within);
        var times = new SqlWindow(new SqlAggregate("COUNT", [new SqlCase(null, [new SqlWhen(isIt, new SqlNumber(1))], null)]), keys, []);
        var its = new SqlWindow(new SqlAggregate("MAX", [new SqlCase(null, [new SqlWhen(isIt, value)], null)]), keys, []);
        return new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.Equal, times, new SqlNumber(1)), its)], null);
    }

    private static SqlWindow Together(string call, SqlExpression part, Seq<SqlExpression> keys) => new(new SqlAggregate(call == "COUNT" ? "SUM" : call, [part]), keys, []);

    private static Seq<SqlExpression> Keys(Seq<string> names) => names.Select(n => (SqlExpression)new SqlColumn(null, n)).ToSeq();
}
