using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>
/// One form for conditions on numbers: a negation is carried by the comparison (a missing number meets neither side), a shown number compared with a given one
/// is told by its column, of two measures the shown one stands first, what is counted has whole limits; and/or are flat, without repetition, sorted by their JSON.
/// </summary>
internal sealed class CanonicalHaving(CanonicalScope scope, SemanticQuery columns, CanonicalOutputs outputs, CanonicalMeasures measures)
{
    private readonly List<Measure> _shown = [.. columns.Measures.Select(m => m with { As = null })];

    internal MeasureCondition? Of(MeasureCondition? condition) => condition is null ? null : Of(condition, negated: false);

    private MeasureCondition? Of(MeasureCondition condition, bool negated) => condition switch
    {
        MeasureComparison comparison => Of(comparison, negated),
        MeasuresCompared compared => Of(compared, negated),
        NotMeasure not => Of(not.Condition, !negated),
        AllMeasures all => Together(all.Conditions, negated, all: !negated),
        AnyMeasure any => Together(any.Conditions, negated, all: negated),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private MeasureComparison Of(MeasureComparison comparison, bool negated)
    {
        var name = outputs.Renamed(comparison.Measure);
        if (outputs.Groups.Contains(name) && !outputs.Measures.Contains(name))
        {
            scope.Report("having_group", $"\"{comparison.Measure}\" is a grouping, not a number of the answer.", comparison.Measure, outputs.Measures);
        }

        return Whole(new MeasureComparison(name, negated ? Comparing.Opposite(comparison.Operator) : comparison.Operator, CanonicalLiterals.Of(comparison.Value)));
    }

    /// <summary>What is counted is more than two where it is at least three.</summary>
    private MeasureComparison Whole(MeasureComparison comparison) =>
        outputs.Measures.ToList().IndexOf(comparison.Measure) is >= 0 and var at && MeasureBinder.IsCount(_shown[at], scope.Catalog)
            ? comparison switch
            {
                { Operator: ComparisonOperator.Greater, Value: var n } => comparison with { Operator = ComparisonOperator.GreaterOrEqual, Value = decimal.Floor(n) + 1 },
                { Operator: ComparisonOperator.Less, Value: var n } => comparison with { Operator = ComparisonOperator.LessOrEqual, Value = decimal.Ceiling(n) - 1 },
                _ => comparison,
            }
            : comparison;

    private MeasureCondition Of(MeasuresCompared compared, bool negated)
    {
        var (left, right) = (measures.Part(compared.Left), measures.Part(compared.Right));
        var comparison = negated ? Comparing.Opposite(compared.Operator) : compared.Operator;
        if (left == right || (left is ConstantMeasure && right is ConstantMeasure))
        {
            scope.Report("compared_with_itself", "A condition on numbers compares a number with itself, or two given numbers.");
        }

        if ((Place(left), SemanticQueryJson.Write(left)).CompareTo((Place(right), SemanticQueryJson.Write(right))) is var order && order > 0)
        {
            (left, right, comparison) = (right, left, Comparing.Mirrored(comparison));
        }

        return right is ConstantMeasure { Value: var value } && _shown.IndexOf(left) is >= 0 and var at
            ? Whole(new MeasureComparison(outputs.Measures[at], comparison, value))
            : new MeasuresCompared(left, comparison, right);
    }

    /// <summary>Shown measures first, in their order; given numbers last.</summary>
    private int Place(Measure measure) => measure is ConstantMeasure ? int.MaxValue : _shown.IndexOf(measure) is >= 0 and var at ? at : int.MaxValue - 1;

    private MeasureCondition? Together(Seq<MeasureCondition> conditions, bool negated, bool all)
    {
        if (!all && conditions.IsEmpty)
        {
            scope.Report("no_values", "A choice without alternatives can never be met.");
        }

        var parts = conditions.Select(c => Of(c, negated)).ToList();
        if (!all && parts.Contains(null))
        {
            return null;
        }

        var flat = parts.OfType<MeasureCondition>().SelectMany(p => Same(p, all)).Distinct().ToList();
        var needed = flat.Where(p => !Same(p, !all).Any(inner => !inner.Equals(p) && flat.Contains(inner)));
        var sorted = needed.OrderBy(SemanticQueryJson.Write, StringComparer.Ordinal).ToSeq();
        return sorted.Count switch
        {
            0 => null,
            1 => sorted[0],
            _ => all ? new AllMeasures(sorted) : new AnyMeasure(sorted),
        };
    }

    /// <summary>The parts of a condition that is itself an "and" (an "or"); else the condition alone.</summary>
    private static Seq<MeasureCondition> Same(MeasureCondition condition, bool all) => (condition, all) switch
    {
        (AllMeasures inner, true) => inner.Conditions,
        (AnyMeasure inner, false) => inner.Conditions,
        _ => [condition],
    };
}
