using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Function = BiAssistant.Tests.Evaluation.RowByRow.Measures.Function;
using Statistics = BiAssistant.Tests.Evaluation.RowByRow.Measures.Statistics;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>An aggregate of a column, over the rows of its own thing; nulls are no values.</summary>
internal sealed record Aggregated(Function Function, Field Of) : Measure
{
    /// <summary>Of every percentile.</summary>
    public const decimal Share = 0.9m;

    private static readonly Function[] OfNumbers =
        [Function.Sum, Function.Sum, Function.Sum, Function.Average, Function.Min, Function.Max, Function.Median, Function.Count, Function.CountDistinct, Function.StandardDeviation, Function.Percentile];

    public override string Form => $"{Function}".ToLowerInvariant();

    public override bool IsExact => Function is Function.Sum or Function.Count or Function.CountDistinct or Function.Min or Function.Max;

    public override bool IsSumOrCount => Function is Function.Sum or Function.Count or Function.CountDistinct;

    public override bool IsCount => Function is Function.Count or Function.CountDistinct;

    public override bool IsNumber => !OfTimes || IsSumOrCount;

    public override IEnumerable<string> Things => [Of.Thing];

    /// <summary>The column holds times.</summary>
    public bool OfTimes { get; init; }

    public static Measure? Draw(Drawing drawing)
    {
        var thing = drawing.World.Thing(drawing.Chance.From(drawing.Roots));
        var column = drawing.Chance.In100(80) ? drawing.Chance.Of([.. thing.Columns.Where(c => c.IsNumber)]) : drawing.Chance.From(thing.Columns);
        var function = column.IsNumber ? drawing.Chance.From(OfNumbers)
            : column.IsTime ? drawing.Chance.Of(Function.Min, Function.Max, Function.CountDistinct)
            : drawing.Chance.Of(Function.Count, Function.CountDistinct);
        return new Aggregated(function, new Field(thing.Name, column.Name)) { OfTimes = column.IsTime };
    }

    /// <summary>As a metric's expression.</summary>
    public static string Sql(Function function, Thing thing, Column column) =>
        function == Function.CountDistinct ? $"COUNT(DISTINCT {thing.Name}.{column.Name})" : $"{(function == Function.Average ? "AVG" : $"{function}".ToUpperInvariant())}({thing.Name}.{column.Name})";

    /// <summary>What a function makes of values.</summary>
    public static object? Value(Function function, IEnumerable<object?> cells)
    {
        var values = cells.OfType<object>().ToList();
        if (function is Function.Count or Function.CountDistinct)
        {
            return (decimal)(function == Function.Count ? values.Count : values.Distinct().Count());
        }

        if (values.Count == 0 || values[0] is DateTime)
        {
            return values.Count == 0 ? null : function == Function.Min ? values.Min() : values.Max();
        }

        var numbers = values.Cast<decimal>().ToList();
        return function switch
        {
            Function.Sum => numbers.Sum(),
            Function.Average => Statistics.Average(numbers),
            Function.Min => numbers.Min(),
            Function.Max => numbers.Max(),
            Function.Median => Statistics.Percentile(numbers, 0.5m),
            Function.Percentile => Statistics.Percentile(numbers, Share),
            _ => Statistics.StandardDeviation(numbers),
        };
    }

    public static string WordOf(Function function) => function switch
    {
        Function.CountDistinct => "count_distinct",
        Function.StandardDeviation => "standard_deviation",
        _ => $"{function}".ToLowerInvariant(),
    };

    protected override JsonObject Written()
    {
        var json = new JsonObject { ["aggregate"] = WordOf(Function), ["field"] = Of.Name };
        if (Function == Function.Percentile)
        {
            json["argument"] = Share;
        }

        return json;
    }

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => cell.Grounds(Of.Thing);

    protected override object? ValueIn(Cell cell) => Value(Function, cell.Rows(Of.Thing).Select(row => row[Of.Column]));
}
