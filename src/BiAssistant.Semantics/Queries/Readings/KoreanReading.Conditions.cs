using System.Diagnostics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Readings;

internal sealed partial class KoreanReading
{
    private string Of(Condition condition, bool nested) => condition switch
    {
        FieldComparison comparison => Compared(Field(comparison.Field, comparison.Via), Value(comparison.Field, comparison.Value), comparison.Operator, terms.IsTemporal(comparison.Field)),
        FieldIn { Values: [SqlBoolean flag] } values when terms.FlagWord(values.Field, flag.Value != values.Negated) is { } word => word,
        FieldIn values =>
            $"{Field(values.Field, values.Via)}: {string.Join(values.Negated ? ", " : " 또는 ", values.Values.Select(v => Value(values.Field, v)))}{(values.Negated ? " 제외" : "")}",
        FieldText text => $"{Field(text.Field, text.Via)}: \"{text.Text}\"{Match(text)}",
        FieldEmpty empty when terms.EmptyWord(empty.Field) is { } word => $"{Field(empty.Field, empty.Via)}: {word}{(empty.Negated ? " 제외" : "")}",
        FieldEmpty empty => $"{Field(empty.Field, empty.Via)}: {(empty.Negated ? "비어 있지 않음" : "비어 있음")}",
        FieldPeriod { Period: AbsolutePeriod period } within => $"{Field(within.Field, within.Via)}: {terms.Period(period)}",
        FieldPeriod within => $"{Field(within.Field, within.Via)}: 현재 기준 기간",
        TermCondition term => terms.Term(term.Term) + (term.Negated ? " 제외" : ""),
        AllOf all => Joined(all.Conditions, ", ", nested),
        AnyOf any => Joined(any.Conditions, " 또는 ", nested),
        Not not => $"[{Of(not.Condition, nested: false)}] 제외",
        FieldsCompared compared => $"{Field(compared.Field, compared.Via)} {Sign(compared.Operator)} {Field(compared.Other, compared.OtherVia)}",
        FieldAgainstMeasure against =>
            $"{Field(against.Field, against.Via)} {Sign(against.Operator)} {(against.Within.IsEmpty ? "" : $"같은 {Groups(against.Within)}의 ")}{Of(against.Measure, nested: true)}",
        FieldInQuery member => $"{Field(member.Field, member.Via)}: {ColumnOf(member.Query, member.Column)}{(member.Negated ? "에 없음" : "에 있음")}",
        RelatedExists exists => $"{Of(exists.Rows)} {(exists.Negated ? "없음" : "있음")}",
        RelatedCount count => Compared($"{Of(count.Rows)} 건수", terms.Number(count.Count), count.Operator, isDate: false),
        RelatedEvery every =>
            $"{(every.Among is { } among ? $"[{Of(among, nested: false)}]인 " : "")}{(every.Negated ? "일부 " : "모든 ")}{terms.Field(every.Field)}에 {Of(every.Rows)} {(every.Negated ? "없음" : "있음")}",
        _ => throw new UnreachableException(),
    };

    private string Of(RelatedRows rows)
    {
        var parts = new[]
        {
            rows.Via is null ? null : terms.Way(rows.Via),
            rows.Where is { } where ? Of(where, nested: false) : null,
            rows.Period is AbsolutePeriod period ? terms.Period(period) : rows.Period is null ? null : "현재 기준 기간",
        }.OfType<string>().ToList();
        var name = (rows.Of is { } of ? $"{terms.Dataset(of)}의 " : "") + terms.Dataset(rows.Dataset);
        return parts.Count == 0 ? name : $"{name}({string.Join(", ", parts)})";
    }

    private string Of(MeasureCondition having, bool nested) => having switch
    {
        MeasureComparison comparison => Compared(MeasureName(comparison.Measure), terms.MeasureValue(comparison.Measure, comparison.Value), comparison.Operator, isDate: false),
        MeasuresCompared { Right: ConstantMeasure { Value: var value } } compared =>
            Compared(Of(compared.Left, nested: false), terms.NumberBeside(compared.Left, value), compared.Operator, isDate: false),
        MeasuresCompared compared => $"{Of(compared.Left, nested: true)} {Sign(compared.Operator)} {Of(compared.Right, nested: true)}",
        AllMeasures all => Together(all.Conditions, ", ", nested),
        AnyMeasure any => Together(any.Conditions, " 또는 ", nested),
        NotMeasure not => $"[{Of(not.Condition, nested: false)}] 제외",
        _ => throw new UnreachableException(),
    };

    private string Together(Seq<MeasureCondition> conditions, string word, bool nested)
    {
        var text = string.Join(word, conditions.Select(c => Of(c, nested: true)));
        return nested ? $"[{text}]" : text;
    }

    /// <summary>Two things of one kind side by side are told apart by a sign.</summary>
    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "≠",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "≤",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => "≥",
        _ => throw new UnreachableException(),
    };

    private string Joined(Seq<Condition> conditions, string word, bool nested)
    {
        var text = string.Join(word, conditions.Select(c => Of(c, nested: true)));
        return nested ? $"[{text}]" : text;
    }

    private static string Compared(string what, string value, ComparisonOperator comparison, bool isDate) => comparison switch
    {
        ComparisonOperator.Equal => $"{what}: {value}",
        ComparisonOperator.NotEqual => $"{what}: {value} 제외",
        ComparisonOperator.Less => $"{what} {value} {(isDate ? "이전(당일 제외)" : "미만")}",
        ComparisonOperator.LessOrEqual => $"{what} {value} {(isDate ? "이전(당일 포함)" : "이하")}",
        ComparisonOperator.Greater => $"{what} {value} {(isDate ? "이후(당일 제외)" : "초과")}",
        ComparisonOperator.GreaterOrEqual => $"{what} {value} {(isDate ? "이후(당일 포함)" : "이상")}",
        _ => throw new UnreachableException(),
    };

    private static string Match(FieldText text) => (text.Match, text.Negated) switch
    {
        (TextMatch.Contains, false) => " 포함",
        (TextMatch.Contains, true) => " 포함하지 않음",
        (TextMatch.StartsWith, false) => "(으)로 시작",
        (TextMatch.StartsWith, true) => "(으)로 시작하지 않음",
        (TextMatch.EndsWith, false) => "(으)로 끝남",
        (TextMatch.EndsWith, true) => "(으)로 끝나지 않음",
        _ => throw new UnreachableException(),
    };
}
