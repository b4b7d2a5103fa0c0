using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Conditions on the other side of bridges. Conditions that hold together are about one linked row, the row of the breakdown where there is one, except that a
/// column which is to equal two values is about two rows ("with rock and with folk"). A negation means that no linked row meets it.
/// </summary>
internal sealed class LinkedConditions(BindingSession session, SourceBuilder source, List<LinkedRows> linked, List<LinkedRows> brokenDown, bool joined)
{
    private readonly Dictionary<(LinkedRows, SqlExpression), SqlExpression> _met = [];
    private readonly List<(LinkedRows Rows, SqlExpression Condition)> _ofBreakdown = [];

    /// <summary>What the rows of a breakdown have to meet.</summary>
    public Seq<SqlExpression> Of(LinkedRows rows) => _ofBreakdown.Where(c => c.Rows == rows).Select(c => c.Condition).ToSeq();

    /// <summary>What is left to ask of the source's rows; null, and an issue, where a condition cannot be told apart.</summary>
    public Seq<SqlExpression>? Settle(Seq<SqlExpression> filters)
    {
        var conditions = filters.Where(ReadsAny).SelectMany(Conjuncts).ToList();
        var kept = filters.Where(f => !ReadsAny(f)).Concat(conditions.Where(c => !ReadsAny(c))).ToList();
        foreach (var (rows, together) in Together(conditions))
        {
            if (brokenDown.Contains(rows) && Pinned(together).Count == 0)
            {
                _ofBreakdown.Add((rows, Predicates.All(together)));
            }
            else
            {
                var met = Split(together).Select(part => rows.Meets(Predicates.All(part), joined)).ToList();
                if (met.Contains(null))
                {
                    return null;
                }

                kept.AddRange(joined ? [] : met.OfType<SqlExpression>());
            }
        }

        foreach (var condition in conditions.Where(c => ReadsAny(c) && Whole(c) is null))
        {
            if (Truth(condition, negated: false) is not { } truth)
            {
                return null;
            }

            kept.Add(truth);
        }

        return kept.ToSeq();
    }

    private SqlExpression? Truth(SqlExpression condition, bool negated)
    {
        if (!ReadsAny(condition))
        {
            return condition;
        }

        if (Whole(condition) is { } rows)
        {
            return Met(rows, condition, negated);
        }

        switch (condition)
        {
            case SqlUnary { Operator: SqlUnaryOperator.Not } not:
                return Truth(not.Operand, !negated) is { } inner ? Opposite(inner) : null;
            case SqlBinary { Operator: SqlBinaryOperator.Or or SqlBinaryOperator.And } binary when Blank(condition) is null:
                return Joined(binary, negated);
            default:
                return Affirmed(condition) is { } affirmed && Truth(affirmed, !negated) is { } opposite
                    ? Opposite(opposite)
                    : Fail("a condition compares two things that lie on different sides of a bridge.");
        }
    }

    private static SqlExpression Opposite(SqlExpression truth) => truth switch
    {
        SqlIsNull met => met with { Negated = !met.Negated },
        _ => new SqlUnary(SqlUnaryOperator.Not, truth),
    };

    private SqlExpression? Joined(SqlBinary binary, bool negated)
    {
        var parts = binary.Operator == SqlBinaryOperator.And ? Conjuncts(binary) : Disjuncts(binary);
        var truths = new List<SqlExpression?>();
        foreach (var (rows, together) in Together(parts))
        {
            truths.AddRange(binary.Operator == SqlBinaryOperator.And
                ? Split(together).Select(part => Met(rows, Predicates.All(part), negated))
                : [Met(rows, Predicates.Any(together), negated)]);
        }

        truths.AddRange(parts.Where(p => Whole(p) is null).Select(p => Truth(p, negated)));
        return truths.Contains(null) ? null : truths.OfType<SqlExpression>().Aggregate((left, right) => new SqlBinary(binary.Operator, left, right));
    }

    private SqlExpression? Met(LinkedRows rows, SqlExpression condition, bool negated)
    {
        if (brokenDown.Contains(rows))
        {
            if (!negated)
            {
                return Fail("a condition on what the answer is broken down by stands beside another with 'or'.");
            }

            session.Note(session.Issues.LeftOutOfEach(rows.Way.Near, rows.Way.Far));
        }

        if (!_met.TryGetValue((rows, condition), out var known) && rows.Meets(condition, only: false) is { } met)
        {
            _met[(rows, condition)] = known = met;
        }

        return known;
    }

    private SqlExpression? Fail(string why)
    {
        session.Report(session.Issues.NotYet(Labels.Of(source.Root, session.Context.Language), why));
        return null;
    }

    /// <summary>Conditions that one linked row can meet by itself, by the bridge that they are about.</summary>
    private IEnumerable<(LinkedRows Rows, Seq<SqlExpression> Conditions)> Together(IEnumerable<SqlExpression> conditions) =>
        conditions.Select(c => (Rows: Whole(c), Condition: c)).Where(c => c.Rows is not null).GroupBy(c => c.Rows!, c => c.Condition).Select(g => (g.Key, g.Distinct().ToSeq()));

    /// <summary>Columns that are to equal two values are about a row each; what else is asked is asked of each of those rows.</summary>
    private static IEnumerable<Seq<SqlExpression>> Split(Seq<SqlExpression> together)
    {
        var pinned = Pinned(together);
        var others = together.Except(pinned).ToSeq();
        return pinned.Count == 0 ? [together] : pinned.Select(p => others.Add(p));
    }

    private static List<SqlExpression> Pinned(Seq<SqlExpression> together) =>
        [.. together.Where(c => Subject(c) is not null).GroupBy(Subject).Where(g => g.Count() > 1).SelectMany(g => g)];

    private static SqlExpression? Subject(SqlExpression condition) => condition switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Equal } equal => equal.Left,
        SqlInList { Negated: false } list => list.Operand,
        _ => null,
    };

    /// <summary>The bridge whose other side alone a condition is about, when it affirms something of one row there.</summary>
    private LinkedRows? Whole(SqlExpression condition)
    {
        var tables = SqlAnalysis.Columns(condition).Select(c => c.Table).Distinct().ToList();
        return tables is [var only] && linked.Find(l => l.Alias == only) is { } rows && Affirms(condition) ? rows : null;
    }

    private static bool Affirms(SqlExpression condition) => condition switch
    {
        SqlUnary { Operator: SqlUnaryOperator.Not } => false,
        SqlBinary { Operator: SqlBinaryOperator.And } when HasValue(condition) is not null => true,
        SqlBinary { Operator: SqlBinaryOperator.Or } when Blank(condition) is not null => false,
        SqlBinary { Operator: SqlBinaryOperator.And } and => Conjuncts(and).All(Affirms) && Pinned(Conjuncts(and).ToSeq()).Count == 0,
        SqlBinary { Operator: SqlBinaryOperator.Or } or => Affirms(or.Left) && Affirms(or.Right),
        _ => Affirmed(condition) is null,
    };

    /// <summary>What a condition that denies something denies; null for one that affirms.</summary>
    private static SqlExpression? Affirmed(SqlExpression condition) => condition switch
    {
        SqlBinary { Operator: SqlBinaryOperator.NotEqual } unequal => unequal with { Operator = SqlBinaryOperator.Equal },
        SqlInList { Negated: true } list => list with { Negated = false },
        SqlLike { Negated: true } like => like with { Negated = false },
        SqlBetween { Negated: true } between => between with { Negated = false },
        SqlIsNull { Negated: false } empty => empty with { Negated = true },
        _ => Blank(condition),
    };

    /// <summary>"Is null or blank" denies that there is a value.</summary>
    private static SqlBinary? Blank(SqlExpression condition) =>
        condition is SqlBinary { Operator: SqlBinaryOperator.Or, Left: SqlIsNull { Negated: false } empty, Right: SqlInList { Negated: false } blank } && empty.Operand == blank.Operand
            ? new SqlBinary(SqlBinaryOperator.And, empty with { Negated = true }, blank with { Negated = true })
            : null;

    private static SqlExpression? HasValue(SqlExpression condition) =>
        condition is SqlBinary { Operator: SqlBinaryOperator.And, Left: SqlIsNull { Negated: true } some, Right: SqlInList { Negated: true } blank } && some.Operand == blank.Operand ? condition : null;

    private bool ReadsAny(SqlExpression condition) => SqlAnalysis.Columns(condition).Any(c => linked.Exists(l => l.Alias == c.Table));

    private static IEnumerable<SqlExpression> Conjuncts(SqlExpression condition) =>
        condition is SqlBinary { Operator: SqlBinaryOperator.And } and && HasValue(condition) is null ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [condition];

    private static IEnumerable<SqlExpression> Disjuncts(SqlExpression condition) =>
        condition is SqlBinary { Operator: SqlBinaryOperator.Or } or && Blank(condition) is null ? Disjuncts(or.Left).Concat(Disjuncts(or.Right)) : [condition];
}
