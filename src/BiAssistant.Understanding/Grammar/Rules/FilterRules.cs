using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"Seoul and Busan": several values of one field; of a field and the one it drills up to, either.</summary>
internal sealed class SeveralValues : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left.Sense is ValueSense { Negated: false } first && right.Sense is JoinedSense { Inner: ValueSense { Negated: false } second } joined
            ? Both(first, second, joined, context)
            : null;

    private static (Sense, double)? Both(ValueSense first, ValueSense second, JoinedSense joined, GrammarContext context)
    {
        if (second.Via is not null && second.Via != first.Via)
        {
            // "sold by Kim and delivered by Lee": two ways, two conditions.
            return null;
        }

        if (first.Field == second.Field)
        {
            var all = first.Values.AddRange(second.Values.Where(v => !first.Values.Contains(v)));
            return (first with { Values = all, Named = first.Named || second.Named, Via = first.Via ?? second.Via, SideBySide = first.SideBySide || joined.SideBySide, Listed = first.Listed || !joined.Or }, 0);
        }

        if (joined.SideBySide)
        {
            return null;
        }

        var or = joined.Or;
        var sameThing = Above(first.Field).Contains(second.Field) || Above(second.Field).Contains(first.Field);
        return or || sameThing
            ? (new ConditionSense(new AnyOf([first.ToCondition(context.Catalog), second.ToCondition(context.Catalog)]), null, ""), or ? 0.1 : 0.3)
            : null;
    }

    private static IEnumerable<Field> Above(Field field)
    {
        var steps = 0;
        for (var up = field.Parent; up is not null && steps < 20; up = up.Parent, steps++)
        {
            yield return up;
        }
    }
}

/// <summary>"except Asia", "아시아 제외", "without breakfast", "without a phone number".</summary>
internal sealed class ExcludedValues : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NegationSense { After: false, Unknown: true }, FieldSense field) => Unknown(field, context),
        (FieldSense field, NegationSense { After: true, Unknown: true }) => Unknown(field, context),
        (NegationSense { Unknown: true }, _) or (_, NegationSense { Unknown: true }) => null,
        (NegationSense { After: false, Lacks: true }, FieldSense { Field.Type.Kind: not (SqlTypeKind.Boolean or SqlTypeKind.Unknown) } field) => Empty(field, context),
        (FieldSense { Field.Type.Kind: not (SqlTypeKind.Boolean or SqlTypeKind.Unknown) } field, NegationSense { After: true, Lacks: true }) => Empty(field, context),
        (NegationSense { After: false }, var excluded) => Opposite(excluded),
        (var excluded, NegationSense { After: true }) => Opposite(excluded),
        _ => null,
    };

    private static (Sense, double)? Unknown(FieldSense field, GrammarContext context) =>
        (new ConditionSense(new FieldEmpty(context.Catalog.NameOf(field.Field), false, field.Via), field.Field.Dataset, ""), -0.4);

    /// <summary>A number that is zero is lacking as much as one that is not there: "without a discount".</summary>
    private static (Sense, double)? Empty(FieldSense field, GrammarContext context)
    {
        var name = context.Catalog.NameOf(field.Field);
        Condition empty = new FieldEmpty(name, false, field.Via);
        var lacking = field.Field.Type.IsNumeric ? new AnyOf([empty, new FieldComparison(name, ComparisonOperator.Equal, new SqlNumber(0), field.Via)]) : empty;
        return (new ConditionSense(lacking, field.Field.Dataset, ""), 0.2);
    }

    private static (Sense, double)? Opposite(Sense sense) => sense switch
    {
        ValueSense { Values: [SqlBoolean truth] } value => (value with { Values = [new SqlBoolean(!truth.Value)] }, 0),
        ValueSense { Negated: false } value => (value with { Negated = true }, 0),
        ConditionSense { Condition: FieldEmpty empty } condition => (condition with { Condition = empty with { Negated = !empty.Negated } }, 0),
        ConditionSense { Condition: TermCondition { Negated: false } term } condition => (condition with { Condition = term with { Negated = true } }, 0),
        _ => null,
    };
}

/// <summary>A yes-or-no field by itself means yes: "with breakfast".</summary>
internal sealed class FlagIsTrue : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => null;

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) =>
        phrase.Sense is FieldSense { Field: var field, Via: null } && Grounding.Flags.IsFlag(field) ? (new ValueSense(field, [Grounding.Flags.Truth(field, true)], Named: true), 0.3) : null;
}

/// <summary>"region Europe", "the Europe region", "Seoul stores": the value's field or the thing that has it is named as well; "paid by card": a value in the passive.</summary>
internal sealed class NamedValue : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ValueSense value, FieldSense or EntitySense) => Made(value, right.Sense, right.Start == left.End ? context : null),
        (FieldSense or EntitySense, ValueSense value) => Made(value, left.Sense, null),
        (BreakdownSense { Asked: true, Groupings: [FieldGrouping asked] }, ValueSense value) when asked.Field == context.Catalog.NameOf(value.Field) => (value with { Named = true, Via = value.Via ?? asked.Via }, 0),
        (ValueSense { Field.Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } value, PersonOfStateSense) when right.Start == left.End => (value with { Named = true }, 0.2),
        (ValueSense value, ValueNounSense noun) when noun.Field == value.Field => (value with { Named = true }, 0),
        (ClauseSense, ValueSense or ConditionSense or MeasureLimitSense or DatedSense or ShareLimitSense) => (right.Sense, 0),
        (FieldSense field, ValuePartSense part) when part.Field == field.Field => (part.Value with { Named = true, Via = field.Via }, 0),
        (ValuePartSense part, FieldSense field) when part.Field == field.Field => (part.Value with { Named = true, Via = field.Via }, 0.1),
        (GroupMarkSense { Each: false }, ValueSense { Negated: false } value) => (value, 0.4),
        (FieldSense named, ConditionSense { Condition: FieldEmpty empty } condition) when right.Start - left.End < 2 && empty.Field == context.Catalog.NameOf(named.Field) => (condition, 0),
        (ConditionSense { Of: { } of } condition, EntitySense { Via: null } entity) when entity.Dataset == of => (condition, 0),
        (EntitySense { Via: null } entity, ConditionSense { Of: { } of } condition) when entity.Dataset == of => (condition, 0.05),
        (DatedSense dated, EntitySense { Via: null } entity) when entity.Dataset == dated.Field.Dataset => (dated, 0),
        (EntitySense { Via: null } entity, DatedSense dated) when entity.Dataset == dated.Field.Dataset => (dated, 0.05),
        _ => null,
    };

    private static (Sense, double)? Made(ValueSense value, Sense thing, GrammarContext? context) => thing switch
    {
        // "insured, uninsured": a word for true and one for false are rather two values than a name and its value.
        FieldSense { Field: var field, Via: var via } when field == value.Field => (value with { Named = true, Via = value.Via ?? via }, field.Type.Kind == SqlTypeKind.Boolean && field.FilterWords != FilterWords.None ? 1 : 0),
        // "business guests": what is said of rows is said of those whom they lead to.
        EntitySense { Via: null, Dataset: var other } when context is not null && value is { Via: null, Named: false, Values.Count: 1 } && !context.LeadsTo(other, value.Field.Dataset) && context.LeadsTo(value.Field.Dataset, other) => (value with { Named = true }, 0.6),
        EntitySense { Dataset: var dataset, Via: var via } when GrammarContext.FieldOf(dataset, value.Field) is { } own => (value with { Field = own, Named = true, Via = value.Via ?? via }, 0),
        _ => null,
    };
}

/// <summary>"hotels where …": the word waits for what is true of the things.</summary>
internal sealed class OpenClause : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => null;

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) => phrase.Sense is ClauseSense ? (new WhereSense(), 0.2) : null;
}

/// <summary>"gold or above": a value of an ordered field and everything beyond it.</summary>
internal sealed class OrderedValues : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context)
    {
        if (left.Sense is not ValueSense { Negated: false, Values: [var value], Field: { Ordered: true } field } sense || right.Sense is not ComparatorSense { After: true } comparator)
        {
            return null;
        }

        var at = field.Values.ToList().FindIndex(v => v.Value == value);
        var kept = comparator.Operator switch
        {
            _ when at < 0 => [],
            ComparisonOperator.GreaterOrEqual => field.Values.Skip(at),
            ComparisonOperator.Greater => field.Values.Skip(at + 1),
            ComparisonOperator.LessOrEqual => field.Values.Take(at + 1),
            ComparisonOperator.Less => field.Values.Take(at),
            _ => [],
        };
        var values = kept.Select(v => v.Value).ToSeq();
        return values.IsEmpty ? null : (sense with { Values = values }, 0);
    }
}

/// <summary>"truck brand", "the brand of the truck", "origin depot province": the thing that has the field is named as well.</summary>
internal sealed class NamedField : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (EntitySense entity, FieldSense { Via: null } field) when GrammarContext.FieldOf(entity.Dataset, field.Field) is { } own => (field with { Field = own, Via = entity.Via }, 0),
        (FieldSense { Via: null } field, EntitySense entity) when GrammarContext.FieldOf(entity.Dataset, field.Field) is { } own => (field with { Field = own, Via = entity.Via }, own.Type.Kind == SqlTypeKind.Boolean ? 1.2 : 0.1),
        (EntitySense { Via: { } via } role, FieldSense { Via: null } field) when context.Reaches(role.Dataset, field.Field.Dataset) => (field with { Via = via }, 0.1),
        (FieldSense { Via: null } field, EntitySense { Via: { } via } role) when context.Reaches(role.Dataset, field.Field.Dataset) => (field with { Via = via }, 0.2),
        _ => null,
    };
}
