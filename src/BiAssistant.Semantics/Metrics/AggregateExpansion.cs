using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Takes the aggregate calls out of an expression: each finds its root, its filters and its clock, the arithmetic around them stays.</summary>
internal sealed class AggregateExpansion(MetricScope scope, YamlScalar text)
{
    private readonly Dictionary<AggregateFormula, string> _parts = [];
    private readonly HashSet<string> _taken = [];
    private bool _failed;

    public Formula? Expand(SqlExpression expression)
    {
        if (SqlAnalysis.HasWindow(expression) || SqlAnalysis.HasSubquery(expression))
        {
            return Fail("window_in_metric", $"The expression of {scope.Metric.Name} is made of aggregates and arithmetic; windows and subqueries cannot stand in it.");
        }

        var declared = Declared();
        var calls = SqlAnalysis.Aggregates(expression);
        if (calls.IsEmpty)
        {
            return NothingAggregated(expression);
        }

        var allHaveFields = calls.All(c => !HasNoField(c));
        var arithmetic = Replace(expression, call => Part(call, declared, allHaveFields));
        if (_failed)
        {
            return null;
        }

        if (SqlAnalysis.Columns(arithmetic).FirstOrDefault(c => !_parts.ContainsValue(c.Name) || c.Table is not null) is { } outside)
        {
            return Fail("column_outside_aggregate", $"{Written(outside)} stands outside an aggregate in the expression of {scope.Metric.Name}; sum it, count it or take its average.");
        }

        scope.Metric.Additive = Arithmetic.IsAdditive(arithmetic, column => IsAdditive(Formula(column)));
        if (arithmetic is SqlColumn only)
        {
            return Formula(only);
        }

        var zeros = scope.Metric.Missing == MissingPart.Zero ? Arithmetic.WithZeros(arithmetic, column => Formula(column).ZeroWhenMissing) : arithmetic;
        return new ExpressionFormula(zeros, _parts.Select(p => new FormulaPart(p.Value, p.Key)).ToSeq());
    }

    public static bool IsAdditive(AggregateFormula formula) => formula.Call is { Name: "SUM" or "COUNT", Distinct: false };

    private AggregateFormula Formula(SqlColumn column) => _parts.First(p => p.Value == column.Name).Key;

    private Dataset? Declared()
    {
        var name = scope.Keys.Scalar("dataset");
        return name is null ? null : scope.Names.Dataset(name.Text.Trim(), scope.Home, scope.Keys, name);
    }

    /// <summary>Outermost calls only, so that what stands inside a call is left to it.</summary>
    private static SqlExpression Replace(SqlExpression expression, Func<SqlAggregate, SqlExpression> replace) =>
        expression is SqlAggregate call ? replace(call)
        : (SqlExpression)SqlTree.MapChildren(expression, child => child is SqlExpression inner ? Replace(inner, replace) : SqlTree.MapChildren(child, c => c is SqlExpression e ? Replace(e, replace) : c));

    private SqlExpression Part(SqlAggregate call, Dataset? declared, bool allHaveFields)
    {
        if (call.Arguments.Any(SqlAnalysis.IsAggregate))
        {
            return Fail(call, "nested_aggregate", $"An aggregate stands inside another in the expression of {scope.Metric.Name}; make the inner one a metric of its own.");
        }

        var uses = new List<FieldUse>();
        var bare = call with { Filter = null };
        var names = new NameScope(declared, scope.Home ?? declared?.Model);
        var star = call.Arguments.Select(a => (a as SqlStar)?.Table).FirstOrDefault(t => t is not null);
        var counted = star is null ? null : scope.Names.Dataset(star, scope.Home, scope.Keys, text);
        if (star is not null)
        {
            bare = bare with { Arguments = [new SqlStar()] };
        }

        var resolved = scope.Names.Fields(bare, names, scope.Keys, text, uses.Add);
        var condition = call.Filter is null ? null : scope.Names.Fields(call.Filter, names, scope.Keys, text, uses.Add);
        if (resolved is not SqlAggregate sound || (call.Filter is not null && condition is null) || (star is not null && counted is null))
        {
            _failed = true;
            return call;
        }

        uses.ForEach(scope.Uses);
        if ((counted ?? Root(call, uses, declared, allHaveFields)) is not { } root)
        {
            _failed = true;
            return call;
        }

        scope.Counts(root);
        var filters = new[] { condition, scope.Filter(root) }.OfType<SqlExpression>().Distinct().ToSeq();
        var formula = new AggregateFormula(root, sound, filters, scope.Time(root))
        {
            ZeroWhenMissing = sound.Name is "SUM" or "COUNT" && scope.Metric.Missing == MissingPart.Zero,
        };
        if (!_parts.TryGetValue(formula, out var name))
        {
            _parts[formula] = name = PartName(sound, root);
        }

        return new SqlColumn(null, name);
    }

    private Dataset? Root(SqlAggregate call, List<FieldUse> uses, Dataset? declared, bool allHaveFields)
    {
        if (uses.Count == 0)
        {
            if (declared is null && scope.Home?.Datasets is [var single])
            {
                return single;
            }

            if (declared is null && !scope.Keys.Has("dataset"))
            {
                Fail("missing_key", $"{scope.Metric.Name} counts rows without saying of what; add 'dataset'.");
            }

            return declared;
        }

        if (declared is not null && (allHaveFields || HasNoField(call)))
        {
            if (uses.TrueForAll(u => u.IsReachedFrom(declared, scope.Names.Names.Reach)))
            {
                return declared;
            }

            Fail("not_reachable", $"{scope.Metric.Name} is rooted at {declared.Name}, from which {Fields(uses)} is not reached by to-one steps.");
            return null;
        }

        var (root, candidates) = RootFinder.Find(uses, scope.Names.Names.Reach, scope.Datasets);
        if (root is null && candidates.IsEmpty)
        {
            Fail("no_root", $"No dataset reaches {Fields(uses)} by to-one steps, so {scope.Metric.Name} cannot aggregate them together. Aggregate each by itself.");
        }
        else if (root is null)
        {
            var names = candidates.Select(scope.Names.Names.NameOf).ToSeq();
            Fail("several_roots", $"{Fields(uses)} are reached from several datasets: {string.Join(", ", names)}. Say which with 'dataset'.", names);
        }

        return root;
    }

    private Formula? NothingAggregated(SqlExpression expression)
    {
        var names = SqlAnalysis.Columns(expression).Where(c => c.Table is null).Select(c => c.Name).ToList();
        return names.Count > 0 && names.TrueForAll(scope.IsMetric)
            ? Fail("nothing_aggregated", $"The expression of {scope.Metric.Name} is arithmetic over metrics; say 'type: derived'.", ["type: derived"])
            : Fail("nothing_aggregated", $"The expression of {scope.Metric.Name} aggregates nothing; a metric sums, counts or averages rows, as in SUM({(names.Count > 0 ? names[0] : "amount")}).");
    }

    private string Fields(List<FieldUse> uses) => string.Join(" and ", uses.Select(u => scope.Names.Names.NameOf(u.Field)).Distinct());

    private static bool HasNoField(SqlAggregate call) => SqlAnalysis.Columns(call with { Filter = null }).IsEmpty && !call.Arguments.Any(a => a is SqlStar { Table: not null });

    private string PartName(SqlAggregate call, Dataset root)
    {
        var subject = SqlAnalysis.Columns(call).FirstOrDefault()?.Name ?? root.Name;
        return UniqueName.Of($"{call.Name.ToLowerInvariant()}_{subject}", _taken.Add);
    }

    private static string Written(SqlColumn column) => column.Table is null ? column.Name : $"{column.Table}.{column.Name}";

    private SqlAggregate Fail(SqlAggregate call, string code, string message)
    {
        Fail(code, message);
        return call;
    }

    private Formula? Fail(string code, string message, Seq<string> suggestions = default)
    {
        _failed = true;
        scope.Keys.Error(code, message, text, suggestions);
        return null;
    }
}
