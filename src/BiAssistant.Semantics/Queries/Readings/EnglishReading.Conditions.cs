using System.Diagnostics;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Readings;

internal sealed partial class EnglishReading
{
    private string Of(Condition condition, bool nested) => condition switch
    {
        FieldComparison comparison => Spaced($"{Field(comparison.Field, comparison.Via)} is {Comparator(comparison.Operator, terms.IsTemporal(comparison.Field))} {Value(comparison.Field, comparison.Value)}"),
        FieldIn values => Of(values),
        FieldText text => $"{Field(text.Field, text.Via)} {Match(text)} \"{text.Text}\"",
        FieldEmpty empty => $"{Field(empty.Field, empty.Via)} is {(empty.Negated ? "not " : "")}{terms.EmptyWord(empty.Field) ?? "empty"}",
        FieldPeriod { Period: AbsolutePeriod period } within => $"{Field(within.Field, within.Via)} {Within(period)}",
        FieldPeriod within => $"{Field(within.Field, within.Via)} in the period told from now",
        TermCondition term => $"{(term.Negated ? "not " : "")}{Labels.InSentence(terms.Term(term.Term))}",
        AllOf all => Joined(all.Conditions, " and ", nested),
        AnyOf any => Joined(any.Conditions, " or ", nested),
        Not not => $"not ({Of(not.Condition, nested: false)})",
        FieldsCompared compared =>
            Spaced($"{Field(compared.Field, compared.Via)} is {Comparator(compared.Operator, terms.IsTemporal(compared.Field))} {Field(compared.Other, compared.OtherVia)}"),
        FieldAgainstMeasure against => Against(against),
        FieldInQuery member =>
            $"{Field(member.Field, member.Via)} is {(member.Negated ? "not " : "")}among {ColumnOf(member.Query, member.Column)}",
        RelatedExists exists => $"{Have(exists.Rows)} {(exists.Negated ? "no " : "")}{Of(exists.Rows)}",
        RelatedCount count => $"{Have(count.Rows)} {Number(count)} {Of(count.Rows)}",
        RelatedEvery every =>
            $"{(every.Negated ? "not every " : "every ")}{Field(every.Field, null)}{(every.Among is { } among ? $" (of those where {Of(among, nested: false)})" : "")} has {Of(every.Rows)}{(every.Rows.Of is { } of ? $" of {Labels.InSentence(terms.Dataset(of))}" : "")}",
        _ => throw new UnreachableException(),
    };

    private string Of(FieldIn values)
    {
        if (values.Values is [SqlBoolean flag] && terms.FlagWord(values.Field, flag.Value != values.Negated) is { } word)
        {
            return word;
        }

        var (field, items) = (Field(values.Field, values.Via), values.Values.Select(v => Value(values.Field, v)).ToList());
        return (items.Count, values.Negated) switch
        {
            (1, true) => $"{field} is not {items[0]}",
            (_, true) => $"{field} is none of {List(items, "and")}",
            _ => $"{field} is {List(items, "or")}",
        };
    }

    private string Against(FieldAgainstMeasure against)
    {
        var group = against.Within.IsEmpty ? "" : $" of the same {Groups(against.Within)}";
        return Spaced($"{Field(against.Field, against.Via)} is {Comparator(against.Operator, terms.IsTemporal(against.Field))} the {Of(against.Measure, nested: true)}{group}");
    }

    private string Have(RelatedRows rows) => rows.Of is { } of ? $"{Labels.InSentence(terms.Dataset(of))} have" : "there are";

    private string Of(RelatedRows rows)
    {
        var parts = new[]
        {
            rows.Via is null ? null : $"as {Labels.InSentence(terms.Way(rows.Via) ?? rows.Via)}",
            rows.Where is { } where ? $"where {Of(where, nested: false)}" : null,
            rows.Period is AbsolutePeriod period ? Within(period) : rows.Period is null ? null : "in the period told from now",
        }.OfType<string>().ToList();
        var name = Labels.InSentence(terms.Dataset(rows.Dataset));
        return parts.Count == 0 ? name : $"{name} ({string.Join(", ", parts)})";
    }

    private string Number(RelatedCount count) => (count.Operator, terms.Number(count.Count)) switch
    {
        (ComparisonOperator.Equal, var number) => $"exactly {number}",
        (ComparisonOperator.NotEqual, var number) => $"more or fewer than {number}",
        (ComparisonOperator.Less, var number) => $"fewer than {number}",
        var (comparison, number) => NumberComparator(comparison) + number,
    };

    private string Of(MeasureCondition having, bool nested) => having switch
    {
        MeasureComparison comparison =>
            $"{MeasureName(comparison.Measure)} is {NumberComparator(comparison.Operator)}{terms.MeasureValue(comparison.Measure, comparison.Value)}",
        MeasuresCompared { Right: ConstantMeasure { Value: var value } } compared =>
            $"{Of(compared.Left, nested: false)} is {NumberComparator(compared.Operator)}{terms.NumberBeside(compared.Left, value)}",
        MeasuresCompared compared => $"{Of(compared.Left, nested: true)} is {NumberComparator(compared.Operator)}{Of(compared.Right, nested: true)}",
        AllMeasures all => Together(all.Conditions, " and ", nested),
        AnyMeasure any => Together(any.Conditions, " or ", nested),
        NotMeasure not => $"not ({Of(not.Condition, nested: false)})",
        _ => throw new UnreachableException(),
    };

    private string Together(Seq<MeasureCondition> conditions, string word, bool nested)
    {
        var text = string.Join(word, conditions.Select(c => Of(c, nested: true)));
        return nested ? $"({text})" : text;
    }

    /// <summary>"Is equal to" has no word of its own.</summary>
    private static string Spaced(string text) => text.Replace("is  ", "is ");

    private string Joined(Seq<Condition> conditions, string word, bool nested)
    {
        var text = string.Join(word, conditions.Select(c => Of(c, nested: true)));
        return nested ? $"({text})" : text;
    }

    private static string Comparator(ComparisonOperator comparison, bool isDate) => isDate
        ? comparison switch
        {
            ComparisonOperator.Less => "before",
            ComparisonOperator.LessOrEqual => "on or before",
            ComparisonOperator.Greater => "after",
            ComparisonOperator.GreaterOrEqual => "on or after",
            _ => NumberComparator(comparison).Trim(),
        }
        : NumberComparator(comparison).Trim();

    private static string NumberComparator(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "",
        ComparisonOperator.NotEqual => "not ",
        ComparisonOperator.Less => "less than ",
        ComparisonOperator.LessOrEqual => "at most ",
        ComparisonOperator.Greater => "more than ",
        ComparisonOperator.GreaterOrEqual => "at least ",
        _ => throw new UnreachableException(),
    };

    private static string Match(FieldText text) => (text.Match, text.Negated) switch
    {
        (TextMatch.Contains, false) => "contains",
        (TextMatch.Contains, true) => "does not contain",
        (TextMatch.StartsWith, false) => "starts with",
        (TextMatch.StartsWith, true) => "does not start with",
        (TextMatch.EndsWith, false) => "ends with",
        (TextMatch.EndsWith, true) => "does not end with",
        _ => throw new UnreachableException(),
    };
}
