using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>
/// One form for conditions that mean the same. Equality is a set with one value, inequality a negated one; a null among the values is an emptiness of its own;
/// negation stands only where nothing else can carry it (an order comparison, a period); and/or are flat, merged, without repetition, sorted by their
/// JSON. No conditions left is null.
/// </summary>
internal sealed partial class CanonicalConditions(CanonicalScope scope, CanonicalPeriods periods, AbsolutePeriod? asked)
{
    internal Condition? Of(Condition? condition) => condition is null ? null : Of(condition, negated: false);

    private Condition? Of(Condition condition, bool negated)
    {
        switch (condition)
        {
            case Not not:
                return Of(not.Condition, !negated);
            case AllOf all:
                return negated ? Any(all.Conditions.Select(c => Of(c, true))) : All(all.Conditions.Select(c => Of(c, false)));
            case AnyOf { Conditions.IsEmpty: true } when !negated:
                scope.Report("no_values", "A choice without alternatives can never be met.");
                return null;
            case AnyOf any:
                return negated ? All(any.Conditions.Select(c => Of(c, true))) : Any(any.Conditions.Select(c => Of(c, false)));
            case TermCondition term:
                return new TermCondition(scope.Names.Term(term.Term) ?? term.Term, term.Negated != negated);
            case FieldComparison { Operator: ComparisonOperator.Equal } equal:
                return In(new FieldIn(equal.Field, [equal.Value], negated, equal.Via));
            case FieldComparison { Operator: ComparisonOperator.NotEqual } different:
                return In(new FieldIn(different.Field, [different.Value], !negated, different.Via));
            case FieldComparison comparison:
                return Comparison(comparison, negated);
            case FieldIn values:
                return In(values with { Negated = values.Negated != negated });
            case FieldText text:
                return text with { Field = Name(text.Field), Negated = text.Negated != negated, Via = scope.Names.Relationship(text.Via) };
            case FieldEmpty empty:
                return empty with { Field = Name(empty.Field), Negated = empty.Negated != negated, Via = scope.Names.Relationship(empty.Via) };
            case FieldPeriod period:
                var within = period with { Field = Name(period.Field), Period = periods.Of(period.Period), Via = scope.Names.Relationship(period.Via) };
                return negated ? new Not(within) : within;
            case FieldsCompared compared:
                return Compared(compared, negated);
            case FieldAgainstMeasure against:
                return Against(against, negated);
            case FieldInQuery member:
                return Member(member with { Negated = member.Negated != negated });
            case RelatedExists exists:
                return new RelatedExists(Related(exists.Rows), exists.Negated != negated);
            case RelatedCount count:
                return Counted(count with { Operator = negated ? Comparing.Opposite(count.Operator) : count.Operator });
            case RelatedEvery every:
                return new RelatedEvery(Related(every.Rows), Name(every.Field), Of(every.Among), every.Negated != negated);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Condition Comparison(FieldComparison comparison, bool negated)
    {
        if (comparison.Value is SqlNull)
        {
            scope.Report("comparison_with_nothing", $"\"{comparison.Field}\" cannot be more or less than an empty value.", comparison.Field);
        }

        var canonical = comparison with
        {
            Field = Name(comparison.Field),
            Value = CanonicalLiterals.Of(comparison.Value),
            Via = scope.Names.Relationship(comparison.Via),
        };
        return negated ? new Not(canonical) : canonical;
    }

    private Condition? In(FieldIn values)
    {
        var (field, via) = (Name(values.Field), scope.Names.Relationship(values.Via));
        var present = CanonicalLiterals.Sorted(values.Values.Where(v => v is not SqlNull));
        var empty = values.Values.Any(v => v is SqlNull) ? new FieldEmpty(field, values.Negated, via) : null;
        var set = present.IsEmpty ? null : new FieldIn(field, present, values.Negated, via);
        if (set is null && empty is null && !values.Negated)
        {
            scope.Report("no_values", $"No values are given for \"{field}\", so nothing can meet the condition.", field);
        }

        var parts = new Condition?[] { set, empty }.OfType<Condition>();
        return values.Negated ? All(parts) : Any(parts);
    }

    private Condition? All(IEnumerable<Condition?> conditions)
    {
        var parts = conditions.OfType<Condition>().SelectMany(c => c is AllOf inner ? inner.Conditions : [c]).Distinct().ToList();
        var others = parts.Where(p => p is not FieldIn).ToList();
        foreach (var sets in parts.OfType<FieldIn>().GroupBy(s => (s.Field, s.Via)))
        {
            others.AddRange(scope.MayBeLinked(sets.Key.Field) ? Apart([.. sets]) : [Both([.. sets])]);
        }

        var needed = others.Where(o => o is not AnyOf any || !any.Conditions.Any(others.Contains));
        return Joined(needed, sorted => new AllOf(sorted));
    }

    private static Condition? Any(IEnumerable<Condition?> conditions)
    {
        var given = conditions.ToList();
        if (given.Contains(null))
        {
            return null;
        }

        var parts = given.OfType<Condition>().SelectMany(c => c is AnyOf inner ? inner.Conditions : [c]).Distinct().ToList();
        var others = parts.Where(p => p is not FieldIn { Negated: false }).ToList();
        foreach (var sets in parts.OfType<FieldIn>().Where(s => !s.Negated).GroupBy(s => (s.Field, s.Via)))
        {
            others.Add(sets.First() with { Values = CanonicalLiterals.Sorted(sets.SelectMany(s => s.Values)) });
        }

        var needed = others.Where(o => o is not AllOf all || !all.Conditions.Any(others.Contains));
        return Joined(needed, sorted => new AnyOf(sorted));
    }

    /// <summary>The one set that says the same as several on one field: what all positive ones share, less what is negated; only negated ones add up.</summary>
    private FieldIn Both(List<FieldIn> sets)
    {
        var excluded = sets.Where(s => s.Negated).SelectMany(s => s.Values).ToList();
        var wanted = sets.Where(s => !s.Negated).ToList();
        if (wanted.Count == 0)
        {
            return sets[0] with { Values = CanonicalLiterals.Sorted(excluded) };
        }

        var shared = wanted.Skip(1).Aggregate(wanted[0].Values.AsEnumerable(), (left, set) => left.Intersect(set.Values)).Except(excluded);
        var values = CanonicalLiterals.Sorted(shared);
        if (values.IsEmpty)
        {
            scope.Report("contradiction", $"No value of \"{wanted[0].Field}\" can meet both conditions on it.", wanted[0].Field);
        }

        return wanted[0] with { Values = values };
    }

    /// <summary>Over a bridge each set may be about a row of its own ("with rock and with folk", "rock or folk, and no folk"), so only what says the same of any row is left away: a set that another is part of.</summary>
    private static IEnumerable<FieldIn> Apart(List<FieldIn> sets)
    {
        var wanted = sets.Where(s => !s.Negated).ToList();
        var excluded = sets.Where(s => s.Negated).ToList();
        var needed = wanted.Where(s => !wanted.Exists(other => other.Values.Count < s.Values.Count && other.Values.All(s.Values.Contains)));
        return excluded.Count == 0 ? needed : needed.Append(excluded[0] with { Values = CanonicalLiterals.Sorted(excluded.SelectMany(s => s.Values)) });
    }

    private static Condition? Joined(IEnumerable<Condition> conditions, Func<Seq<Condition>, Condition> join)
    {
        var sorted = conditions.Distinct().OrderBy(SemanticQueryJson.Write, StringComparer.Ordinal).ToSeq();
        return sorted.Count switch
        {
            0 => null,
            1 => sorted[0],
            _ => join(sorted),
        };
    }

    private string Name(string field) => scope.Names.FieldName(field) ?? field;
}
