using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Readings;

/// <summary>"2024년 지역별 매출(채널: 온라인몰), 높은 순, 상위 5개": the period first, conditions behind what they narrow.</summary>
internal sealed class KoreanReading(ReadingTerms terms)
{
    internal string Of(SemanticQuery query)
    {
        var period = ReadingTerms.PeriodOf(query) is { } said ? terms.Period(said) : ReadingTerms.IsDated(query) ? "" : "전체 기간";
        var groups = query.GroupBy.Select(g => query.Measures.IsEmpty ? Of(g) : $"{Of(g)}별");
        var head = string.Join(' ', [period, .. groups, string.Join(", ", query.Measures.Select(m => Of(m, nested: false)))]).Trim();
        var parts = new List<string> { query.Where is { } where ? $"{head} ({Of(where, nested: false)})" : head };
        if (query.Having is { } having)
        {
            parts.Add(Of(having) + "인 것만");
        }

        parts.AddRange(query.OrderBy.Select((o, i) => Of(o, first: i == 0)));
        if (query.Top is { } top)
        {
            parts.Add(Of(top, query.OrderBy));
        }

        return string.Join(", ", parts);
    }

    private string Of(Measure measure, bool nested)
    {
        var text = measure switch
        {
            MetricMeasure metric => terms.Metric(metric.Metric),
            AggregateMeasure aggregate => Of(aggregate),
            CountMeasure count => $"{terms.Dataset(count.Dataset)} 건수",
            ArithmeticMeasure arithmetic => nested || arithmetic.Filter is not null ? $"({Of(arithmetic)})" : Of(arithmetic),
            _ => throw new UnreachableException(),
        };
        return measure.Filter is { } filter ? $"{text}({Of(filter, nested: false)})" : text;
    }

    private string Of(ArithmeticMeasure arithmetic)
    {
        var sign = arithmetic.Operator switch
        {
            MeasureOperator.Add => "+",
            MeasureOperator.Subtract => "−",
            MeasureOperator.Multiply => "×",
            MeasureOperator.Divide => "÷",
            _ => throw new UnreachableException(),
        };
        return $"{Of(arithmetic.Left, nested: true)} {sign} {Of(arithmetic.Right, nested: true)}";
    }

    private string Of(AggregateMeasure aggregate)
    {
        var field = terms.Field(aggregate.Field);
        return aggregate.Function switch
        {
            AggregateFunction.Sum => $"{field} 합계",
            AggregateFunction.Average => $"평균 {field}",
            AggregateFunction.Min => $"최소 {field}",
            AggregateFunction.Max => $"최대 {field}",
            AggregateFunction.Median => $"{field} 중앙값",
            AggregateFunction.Percentile => $"{field} {((aggregate.Argument ?? 0) * 100).ToString("0.############", CultureInfo.InvariantCulture)}백분위수",
            AggregateFunction.StandardDeviation => $"{field} 표준편차",
            AggregateFunction.Count => $"{field} 개수",
            AggregateFunction.CountDistinct => $"{field} 고유 개수",
            _ => throw new UnreachableException(),
        };
    }

    private string Of(Grouping grouping) => grouping switch
    {
        FieldGrouping field => Field(field.Field, field.Via),
        TimeGrouping { Field: { } own } time => $"{terms.Field(own)} {Grain(time.Grain)}",
        TimeGrouping time => Grain(time.Grain),
        _ => throw new UnreachableException(),
    };

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
        _ => throw new UnreachableException(),
    };

    private string Of(MeasureCondition having) => having switch
    {
        MeasureComparison comparison => Compared(MeasureName(comparison.Measure), terms.MeasureValue(comparison.Measure, comparison.Value), comparison.Operator, isDate: false),
        AllMeasures all => string.Join(", ", all.Conditions.Select(Of)),
        _ => throw new UnreachableException(),
    };

    private string Of(Ordering ordering, bool first)
    {
        if (terms.Group(ordering.By) is { } group)
        {
            return group is TimeGrouping
                ? ordering.Descending ? "최신 순" : "오래된 순"
                : $"{Of(group)} {(ordering.Descending ? "내림차순" : "오름차순")}";
        }

        var direction = ordering.Descending ? "높은 순" : "낮은 순";
        return first && terms.IsFirstMeasure(ordering.By) ? direction : $"{MeasureName(ordering.By)} {direction}";
    }

    private string Of(Top top, Seq<Ordering> order)
    {
        var byMeasure = !order.IsEmpty && terms.Measure(order[0].By) is not null;
        var word = !byMeasure ? "처음" : order[0].Descending ? "상위" : "하위";
        var per = string.Concat(top.Per.Select(p => (terms.Group(p) is { } group ? Of(group) : p) + "별 "));
        return string.Create(CultureInfo.InvariantCulture, $"{per}{word} {top.Count}개");
    }

    private string MeasureName(string name) => terms.Measure(name) is { } measure ? Of(measure, nested: false) : name;

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

    private string Field(string name, string? via) => terms.Way(via) is { } way ? $"{terms.Field(name)}({way})" : terms.Field(name);

    private string Value(string field, SqlLiteral value) => terms.Value(field, value, "예", "아니요");

    private static string Grain(TimeGrain grain) => grain switch
    {
        TimeGrain.Hour => "시간",
        TimeGrain.Day => "일",
        TimeGrain.Week => "주",
        TimeGrain.Month => "월",
        TimeGrain.Quarter => "분기",
        TimeGrain.Year => "연도",
        TimeGrain.FiscalMonth => "회계월",
        TimeGrain.FiscalQuarter => "회계분기",
        TimeGrain.FiscalYear => "회계연도",
        _ => throw new UnreachableException(),
    };
}
